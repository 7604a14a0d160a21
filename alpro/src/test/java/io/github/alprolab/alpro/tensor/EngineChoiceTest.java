package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.github.alprolab.alpro.config.DeviceChoice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {
    private static final Optional<String> CUDA = Optional.of("12.4");
    private static final GpuCard HOPPER = new GpuCard(0, "NVIDIA H100", 1L << 36, "9.0", "550.54");
    private static final GpuCard NEWER = new GpuCard(1, "NVIDIA B200", 1L << 37, "10.0", "570.86");

    @Test
    void aCudaBuildFallsBackToTheCpuWithoutADriver() {
        EngineChoice choice = EngineChoice.of(CUDA, false, false, List.of());
        assertThat(choice.cuda()).isFalse();
        assertThat(choice.why())
                .isEqualTo(
                        "the build has CUDA 12.4, but no GPU with a driver is seen here: everything runs on the CPU");
    }

    @Test
    void aDriverThatIsTooOldIsNamed() {
        EngineChoice choice = EngineChoice.of(CUDA, false, false, List.of(HOPPER));
        assertThat(choice.cuda()).isFalse();
        assertThat(choice.why())
                .isEqualTo(
                        "the build has CUDA 12.4, but CUDA 12.4 does not start on NVIDIA H100, capability 9.0, driver 550.54: everything runs on the CPU; install a newer driver");
    }

    @Test
    void aCudaBuildComputesOnAGpuThatItsProgramsRunOn() {
        EngineChoice choice = EngineChoice.of(CUDA, true, false, List.of(HOPPER));
        assertThat(choice)
                .isEqualTo(
                        new EngineChoice(
                                true, "the build has CUDA 12.4 and a GPU that it runs on"));
    }

    @Test
    void aCardThatIsNewerThanTheNativesIsNotComputedOn() {
        EngineChoice choice = EngineChoice.of(CUDA, true, false, List.of(NEWER));
        assertThat(choice.cuda()).isFalse();
        assertThat(choice.why())
                .startsWith(
                        "the build has CUDA 12.4, but no program in it runs on NVIDIA B200, capability 10.0");
    }

    @Test
    void aBuildForCpusSaysThatThereIsAGpu() {
        assertThat(EngineChoice.of(Optional.empty(), false, false, List.of(HOPPER)).why())
                .contains("./lab --cuda");
        assertThat(EngineChoice.of(Optional.empty(), false, false, List.of()).why())
                .isEqualTo("the build is for CPUs, and no GPU is seen here");
    }

    @Test
    void whatTheEngineSeesDecidesForANamedLibtorch() {
        assertThat(EngineChoice.of(Optional.empty(), true, true, List.of(NEWER)).cuda()).isTrue();
    }

    @Test
    void autoTakesTheFirstCardThatTheNativesRunOn() {
        assertThat(Devices.of(DeviceChoice.AUTO, here(NEWER, HOPPER))).isEqualTo(Device.gpu(1));
        assertThat(Devices.of(DeviceChoice.CPU, here(HOPPER))).isEqualTo(Device.cpu());
        assertThat(Devices.of(DeviceChoice.AUTO, without())).isEqualTo(Device.cpu());
    }

    @Test
    void aGpuIsTakenByItsNumberOrRefusedInWords() {
        EngineInfo two = here(HOPPER, NEWER);
        assertThat(Devices.of(DeviceChoice.gpu(0), two)).isEqualTo(Device.gpu(0));
        assertThatThrownBy(() -> Devices.of(DeviceChoice.gpu(1), two))
                .hasMessage(
                        "Device.gpu(1) is asked for, but no program in it runs on NVIDIA B200, capability 10.0, driver 570.86. Device.auto() takes what there is.");
        assertThatThrownBy(() -> Devices.of(DeviceChoice.gpu(2), two))
                .hasMessage(
                        "Device.gpu(2) is asked for, but there are 2 GPUs here, Device.gpu(0) to Device.gpu(1). Device.auto() takes what there is.");
        assertThatThrownBy(() -> Devices.of(DeviceChoice.gpu(0), without()))
                .hasMessage(
                        "Device.gpu(0) is asked for, but nothing is there. Device.auto() takes what there is.");
        assertThatThrownBy(() -> DeviceChoice.gpu(-1))
                .hasMessage("GPUs are numbered from 0 and gpu(-1) is given.");
    }

    private static EngineInfo here(GpuCard... cards) {
        return new EngineInfo("PyTorch", "2.5.1", "cu124", true, "", List.of(cards), 1);
    }

    private static EngineInfo without() {
        return new EngineInfo("PyTorch", "2.5.1", "cpu", false, "nothing is there", List.of(), 1);
    }
}
