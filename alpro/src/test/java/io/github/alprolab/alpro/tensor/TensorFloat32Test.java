package io.github.alprolab.alpro.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.DeviceChoice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The switches themselves are libtorch's, and are there in its build for CPUs too. */
class TensorFloat32Test {
    @AfterEach
    void off() {
        TensorFloat32.allow(false);
    }

    @Test
    void libtorchsSwitchesAreReached() {
        TensorFloat32.allow(true);
        assertThat(TensorFloat32.allowed()).containsExactly(true, true);
        TensorFloat32.allow(false);
        assertThat(TensorFloat32.allowed())
                .as("also for convolutions, which libtorch starts with in TF32")
                .containsExactly(false, false);
    }

    @Test
    void itIsAChoiceOfAGpuWithAName() {
        DeviceChoice choice = DeviceChoice.gpu(1).tensorFloat32();
        assertThat(choice.code()).isEqualTo("Device.gpu(1).tensorFloat32()");
        assertThat(choice).isNotEqualTo(DeviceChoice.gpu(1)).isEqualTo(choice.tensorFloat32());
        assertThatThrownBy(DeviceChoice.CPU::tensorFloat32)
                .hasMessage(
                        "TF32 is a GPU's and is asked for on Device.cpu(); take Device.gpu(0).");
    }

    @Test
    void cardsWithoutItRefuseIt() {
        GpuCard turing = new GpuCard(0, "Tesla T4", 1L << 34, "7.5", "550.54");
        EngineInfo here = new EngineInfo("PyTorch", "2.5.1", "cu124", true, "", List.of(turing), 1);
        assertThat(Devices.refusal(DeviceChoice.GPU, here)).isEmpty();
        assertThat(Devices.refusal(DeviceChoice.GPU.tensorFloat32(), here))
                .contains(
                        "TF32 needs capability 8.0 and there is Tesla T4, capability 7.5, driver 550.54");
    }
}
