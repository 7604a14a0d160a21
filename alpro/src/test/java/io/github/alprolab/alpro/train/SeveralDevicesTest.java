package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.WorkedExamples;
import io.github.alprolab.alpro.prompter.PromptConfig;
import io.github.alprolab.alpro.prompter.PromptTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two replicas of a model, both on the CPU, learn what one device learns of the whole batch. */
class SeveralDevicesTest {
    private static final AlproConfig WITHOUT_DROPOUT =
            new AlproConfig(
                    new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0),
                    new TextConfig(10, 32, 2, 1, 4, 64, 16, 0),
                    16);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"2, 1, false", "2, 2, true"})
    void everyLossAndEveryWeightIsThatOfOneDevice(int devices, int chunks, boolean recompute)
            throws IOException {
        List<Objective> objectives = new ArrayList<>(published());
        objectives.add(WorkedExamples.frameOrder());
        objectives.add(WorkedExamples.momentumDistillation().weight(0.5));
        TrainConfig config =
                SmallPretraining.config(2)
                        .with(TrainConfig.GRADIENT_CHECKPOINTING, recompute)
                        .with(TrainConfig.LEARNING_RATE, 1e-3);
        Trained one = trained(WITHOUT_DROPOUT, objectives, config, "one", 8);
        Trained some =
                trained(
                        WITHOUT_DROPOUT,
                        objectives,
                        on(devices, config.with(TrainConfig.CHUNKS, chunks)),
                        "some",
                        8);

        for (int i = 0; i < one.steps.size(); i++) {
            Map<Metric, Double> expected = one.steps.get(i).values();
            Map<Metric, Double> found = some.steps.get(i).values();
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            for (Metric metric : expected.keySet()) {
                if (!Metric.ofTime().contains(metric)) {
                    assertThat(found.get(metric))
                            .as(metric + " of step " + (i + 1))
                            .isCloseTo(
                                    expected.get(metric),
                                    within(2e-4 * Math.max(1, Math.abs(expected.get(metric)))));
                }
            }
        }
        Map<String, float[]> weights = some.weights();
        one.weights()
                .forEach(
                        (name, expected) ->
                                assertThat(
                                                apart(
                                                        taught(name, weights.get(name)),
                                                        taught(name, expected)))
                                        .as(name)
                                        .isLessThan(5e-4));
    }

    /** Values but the biases of keys, whose slope is nothing but rounding. */
    private static float[] taught(String name, float[] values) {
        float[] some = values.clone();
        if (name.endsWith("key.bias")) {
            Arrays.fill(some, 0);
        } else if (name.endsWith("qkv.bias")) {
            Arrays.fill(some, some.length / 3, 2 * some.length / 3, 0);
        }
        return some;
    }

    @Test
    void lossesRepeatBitForBitAlsoWhenItIsResumed() throws IOException {
        TrainConfig config = on(2, SmallPretraining.config(6));
        List<Double> whole = losses(config, "whole", 10);
        List<Double> parts = new ArrayList<>(losses(config, "parts", 4));
        parts.addAll(losses(config, "parts", 6));

        assertThat(parts).isEqualTo(whole);
        assertThat(losses(SmallPretraining.config(6), "one", 10)).isNotEqualTo(whole);
    }

    @Test
    void aBatchThatDevicesCannotShareIsRefusedWithOneThatTheyCan() {
        assertThatThrownBy(() -> losses(on(3, SmallPretraining.config(1)), "uneven", 1))
                .hasMessage(
                        "A batch of 8 clips in 1 chunks on each of 3 devices is given; allowed is a"
                                + " batch that their product divides, such as 9.");
    }

    private static TrainConfig on(int devices, TrainConfig config) {
        return config.with(
                TrainConfig.DEVICE,
                DeviceChoice.several(Collections.nCopies(devices, DeviceChoice.CPU)));
    }

    private List<Objective> published() throws IOException {
        Path teacher =
                PrompterTrainer.run(
                                WITHOUT_DROPOUT,
                                SmallPretraining.config(1),
                                NoiseClips.data(16, 8),
                                folder.resolve("prompter"),
                                new TrainingListener() {})
                        .best();
        return Objective.published(
                new PromptConfig(teacher, NoiseClips.colours(), PromptTemplates.video()));
    }

    private List<Double> losses(TrainConfig config, String name, int stopAfter) throws IOException {
        List<Objective> objectives = List.of(Objective.VTC, Objective.VTM, Objective.MLM);
        return trained(SmallPretraining.SIZES, objectives, config, name, stopAfter).steps.stream()
                .map(step -> step.values().get(Metric.TOTAL_LOSS))
                .toList();
    }

    private Trained trained(
            AlproConfig sizes,
            List<Objective> objectives,
            TrainConfig config,
            String name,
            int stopAfter)
            throws IOException {
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(stopAfter);
        SmallPretraining.Heard heard =
                hearing.heard(
                        Pretrainer.run(
                                sizes,
                                objectives,
                                config,
                                NoiseClips.data(32, 8),
                                folder.resolve(name),
                                hearing));
        return new Trained(heard.steps(), heard.outcome().last());
    }

    private record Trained(List<StepReport> steps, Path last) {
        Map<String, float[]> weights() throws IOException {
            Map<String, float[]> all = new TreeMap<>();
            CheckpointFile.open(last)
                    .tensors(CheckpointFile.MODEL, t -> all.put(t.name(), t.values()));
            return all;
        }
    }

    /** Length of the difference as a share of the whole's. */
    private static double apart(float[] found, float[] expected) {
        double apart = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            apart += Math.pow((double) found[i] - expected[i], 2);
            size += Math.pow(expected[i], 2);
        }
        return size == 0 ? Math.sqrt(apart) : Math.sqrt(apart / size);
    }
}
