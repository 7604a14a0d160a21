package io.github.alprolab.bench.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.Transfers;
import io.github.alprolab.alpro.train.StepReport;
import io.github.alprolab.bench.training.BenchmarkSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuCheckTest {
    private static final Place CPU = new Place(DeviceChoice.CPU, false, Path.of(".."), 4);

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final GpuCheck check =
            new GpuCheck(CPU, new PrintStream(told, true, StandardCharsets.UTF_8));

    private record Stub(String name, boolean needsGpu, Supplier<Found> found) implements Part {
        @Override
        public Found look(Place place) {
            return found.get();
        }
    }

    @Test
    void partsThatNeedAGpuAreLeftOutInWordsOnACpu() throws InterruptedException {
        Part gpu =
                new Stub(
                        "speed",
                        true,
                        () -> {
                            throw new AssertionError("was looked at");
                        });
        assertThat(check.run(List.of(gpu))).isTrue();
        assertThat(lines()).contains("Checked is the CPU.", "– speed: left out, it needs a GPU");
    }

    @Test
    void aPartThatIsNotSoundOrThrowsIsSaidAndTheOthersAreLookedAt() throws InterruptedException {
        Part wrong = new Stub("one", false, () -> new Found(false, "is off", Map.of()));
        Part broken =
                new Stub(
                        "two",
                        false,
                        () -> {
                            throw new IllegalStateException("broke");
                        });
        Part right = new Stub("three", false, () -> new Found(true, "is right", Map.of()));
        assertThat(check.run(List.of(wrong, broken, right))).isFalse();
        assertThat(lines().get(2)).startsWith("✗ one: is off");
        assertThat(lines().get(3)).startsWith("✗ two: java.lang.IllegalStateException: broke");
        assertThat(lines().get(4)).startsWith("✓ three: is right");
    }

    @Test
    void aPartThatLeavesItselfOutIsNotMarkedAsSound() throws InterruptedException {
        Part none = new Stub("one", false, () -> Found.leftOut("there is one GPU"));
        assertThat(check.run(List.of(none))).isTrue();
        assertThat(lines().get(2)).startsWith("– one: left out, there is one GPU");
    }

    @Test
    void theFileHasAllFigures(@TempDir Path folder) throws IOException, InterruptedException {
        check.run(List.of(new Stub("one", false, () -> new Found(true, "x", Map.of("n", 3)))));
        Path file = folder.resolve("check.json");
        check.write(file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/sound").asBoolean()).isTrue();
        assertThat(json.at("/device").asText()).isEqualTo("Device.cpu()");
        assertThat(json.at("/engine/why").asText()).isNotEmpty();
        assertThat(json.at("/parts/0/figures/n").asInt()).isEqualTo(3);
        assertThat(json.at("/parts/0/state").asText()).isEqualTo("sound");
    }

    @Test
    void memoryThatGrowsIsNotSound() {
        assertThat(TrainingPart.judged(steps(5, 5)).sound()).isTrue();
        assertThat(TrainingPart.judged(steps(5, 6)).sound()).isFalse();
    }

    @Test
    void kernelsOnTheSameDeviceAgreeAndOthersWouldNot() {
        assertThat(new KernelsPart().look(CPU).figures().values()).hasSize(13).containsOnly(0.0);
        assertThat(KernelsPart.largest(new float[] {1, 100}, new float[] {1, 101})).isEqualTo(0.01);
        assertThat(KernelsPart.largest(new float[] {1}, new float[] {Float.NaN})).isInfinite();
    }

    @Test
    void goldenNumbersAndATrainingAreLookedAtOnACpu() throws IOException {
        Found golden = new GoldenPart().look(CPU);
        assertThat(golden.sound()).as(golden.words()).isTrue();
        assertThat(golden.words()).isEqualTo("6 cases, all within tolerance");
        Found training = new TrainingPart(BenchmarkSize.MINIMAL, 4, 8).look(CPU);
        assertThat(training.sound()).as(training.words()).isTrue();
        assertThat(training.figures())
                .containsEntry("updates", 4)
                .containsEntry("reads_a_step", 1L);
    }

    @Test
    void updatesIn16BitsAndOnTwoDevicesAreLookedAtOnACpu() throws IOException {
        Found halves = new HalvesPart().look(CPU);
        assertThat(halves.sound()).as(halves.words()).isTrue();
        assertThat(halves.figures()).containsOnlyKeys("FP32", "BF16", "FP16");
        Found replicas = new ReplicasPart().look(CPU);
        assertThat(replicas.sound()).as(replicas.words()).isTrue();
        assertThat(replicas.words()).startsWith("Device.cpus(2): 6 updates");
    }

    @Test
    void withoutAPythonThePeerIsLeftOutInWords() throws IOException, InterruptedException {
        Found peer = new PeerPart(Optional.empty()).look(CPU);
        assertThat(peer.state()).isEqualTo(Found.State.LEFT_OUT);
        assertThat(peer.words()).isEqualTo("left out, ALPROLAB_TORCH names no Python with PyTorch");
    }

    private static Watched steps(int... openTensors) {
        Watched watched = new Watched();
        for (int i = 0; i < 2 * openTensors.length; i++) {
            watched.step(
                    new StepReport(
                            i + 1,
                            4,
                            1,
                            1,
                            Map.of(Metric.TOTAL_LOSS, 1.0, Metric.CLIPS_PER_SECOND, 1.0),
                            openTensors[Math.max(0, i - openTensors.length)],
                            new Transfers(0, 0, 0, 0)));
        }
        return watched;
    }

    private List<String> lines() {
        return told.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
