package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.config.VideoAttention;
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
    void bf16IsRefusedWhereItWouldBeIgnored() {
        AlproConfig joint = SIZES.video(SIZES.video().attention(VideoAttention.JOINT));
        assertThatThrownBy(
                        () ->
                                PrompterTrainer.run(
                                        joint,
                                        config(Precision.BF16),
                                        NoiseClips.data(16, 8),
                                        folder,
                                        new TrainingListener() {}))
                .hasMessageContaining(
                        "precision(BF16) is given, but the video encoder's attention is JOINT");
    }

    private static TrainConfig config(Precision precision) {
        return SmallPretraining.config(6).with(TrainConfig.PRECISION, precision);
    }

    private List<Double> train(Precision precision, String name, int stopAfter) throws IOException {
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(stopAfter);
        TrainingOutcome outcome =
                PrompterTrainer.run(
                        SIZES,
                        config(precision),
                        NoiseClips.data(16, 8),
                        folder.resolve(name),
                        hearing);
        return hearing.heard(outcome).losses();
    }
}
