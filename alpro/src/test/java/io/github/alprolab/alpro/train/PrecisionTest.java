package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.objective.LossScaleMetrics;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.tensor.ChosenPrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in BF16, and what AUTO makes of a machine. */
class PrecisionTest {
    private static final AlproConfig SIZES = SmallPretraining.SIZES;
    private static final AlproConfig WITHOUT_DROPOUT =
            new AlproConfig(
                    new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0),
                    new TextConfig(10, 32, 2, 1, 4, 64, 16, 0),
                    16);
    private static final int STEPS = 12;

    @TempDir Path folder;

    @Test
    void bf16TakesTheSameWayWithOtherDigits() throws IOException {
        List<Double> plain = train(Precision.FP32, "plain", STEPS);
        List<Double> low = train(Precision.BF16, "low", STEPS);
        assertThat(low).isNotEqualTo(plain);
        assertThat(low.get(0)).isCloseTo(plain.get(0), within(0.02));
        assertThat(low.get(STEPS - 1)).isLessThan(low.get(0) - 0.2);
        assertThat(low.get(STEPS - 1)).isCloseTo(plain.get(STEPS - 1), within(0.2));
    }

    @Test
    void bf16RepeatsBitForBitAlsoWhenItIsResumed() throws IOException {
        List<Double> whole = train(Precision.BF16, "whole", STEPS);
        List<Double> parts = new ArrayList<>(train(Precision.BF16, "parts", 5));
        parts.addAll(train(Precision.BF16, "parts", STEPS));
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void autoSaysWhatItTookAndWhyAndStaysWithIt() throws IOException {
        List<Double> first = train(Precision.AUTO, "auto", 2);
        Path told = folder.resolve("auto").resolve(ChosenPrecision.FILE);
        String[] lines = Files.readString(told).split("\n");
        assertThat(lines[1]).matches("(A perceptron takes .* ms in BF16 and .* ms|BF16 is not).*");
        assertThat(first).isEqualTo(train(Precision.valueOf(lines[0]), "asked", 2));

        for (Precision before : List.of(Precision.FP32, Precision.BF16)) {
            Path begun = Files.createDirectories(folder.resolve("begun " + before));
            Files.writeString(begun.resolve(ChosenPrecision.FILE), before + "\nMeasured then.\n");
            assertThat(train(Precision.AUTO, "begun " + before, 2))
                    .isEqualTo(train(before, "asked " + before, 2));
        }
    }

    @Test
    void everyAttentionOverTimeIsThereIn16Bits() throws IOException {
        for (VideoAttention attention : VideoAttention.values()) {
            AlproConfig sizes = WITHOUT_DROPOUT.video(WITHOUT_DROPOUT.video().attention(attention));
            double plain = train(sizes, Precision.FP32, attention + " plain", 1).get(0);
            for (Precision low : List.of(Precision.BF16, Precision.FP16)) {
                double other = train(sizes, low, attention + " " + low, 1).get(0);
                assertThat(other).as(attention + " " + low).isNotEqualTo(plain);
                assertThat(other).isCloseTo(plain, within(0.03));
            }
        }
    }

    @Test
    void fp16TakesTheSameWay() throws IOException {
        List<StepReport> low = steps(Precision.FP16, 1, "low", STEPS);
        List<StepReport> plain = steps(Precision.FP32, 1, "plain", STEPS);

        assertThat(leftOut(low.get(STEPS - 1))).isLessThan(3);
        assertThat(loss(low, 0)).isCloseTo(loss(plain, 0), within(0.02));
        assertThat(loss(low, STEPS - 1)).isLessThan(loss(low, 0) - 0.8);
        assertThat(plain.get(0).values()).doesNotContainKey(LossScaleMetrics.FACTOR);
    }

    @Test
    void anUpdateWhoseGradientLeavesFp16IsLeftOutAndCountedAlsoWhenItIsResumed()
            throws IOException {
        double much = 50; // times the loss scale of 65536 beyond what FP16 holds
        List<StepReport> whole = steps(Precision.FP16, much, "whole", STEPS);
        List<StepReport> parts = new ArrayList<>(steps(Precision.FP16, much, "parts", 3));
        parts.addAll(steps(Precision.FP16, much, "parts", STEPS));

        assertThat(whole.get(0).values()).doesNotContainKey(Metric.GRADIENT_NORM);
        assertThat(leftOut(whole.get(0))).isEqualTo(1);
        assertThat(whole.get(0).values().get(LossScaleMetrics.FACTOR)).isEqualTo(32768.0);
        assertThat(leftOut(whole.get(STEPS - 1))).isGreaterThan(3).isLessThan(STEPS);
        assertThat(whole.get(STEPS - 1).values()).containsKey(Metric.GRADIENT_NORM);
        for (Metric metric : List.of(Metric.TOTAL_LOSS, LossScaleMetrics.FACTOR)) {
            assertThat(parts.stream().map(s -> s.values().get(metric)))
                    .isEqualTo(whole.stream().map(s -> s.values().get(metric)).toList());
        }
    }

    private static double leftOut(StepReport step) {
        return step.values().get(LossScaleMetrics.LEFT_OUT);
    }

    private static double loss(List<StepReport> steps, int index) {
        return steps.get(index).values().get(Metric.TOTAL_LOSS);
    }

    private List<StepReport> steps(Precision precision, double weight, String name, int stopAfter)
            throws IOException {
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(stopAfter);
        TrainingOutcome outcome =
                Pretrainer.run(
                        WITHOUT_DROPOUT,
                        List.of(Objective.VTC.weight(weight)),
                        config(precision),
                        NoiseClips.data(16, 8),
                        folder.resolve(name),
                        hearing);
        return hearing.heard(outcome).steps();
    }

    private static TrainConfig config(Precision precision) {
        return SmallPretraining.config(6).with(TrainConfig.PRECISION, precision);
    }

    private List<Double> train(Precision precision, String name, int stopAfter) throws IOException {
        return train(SIZES, precision, name, stopAfter);
    }

    private List<Double> train(AlproConfig sizes, Precision precision, String name, int stopAfter)
            throws IOException {
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(stopAfter);
        TrainingOutcome outcome =
                PrompterTrainer.run(
                        sizes,
                        config(precision),
                        NoiseClips.data(16, 8),
                        folder.resolve(name),
                        hearing);
        return hearing.heard(outcome).losses();
    }
}
