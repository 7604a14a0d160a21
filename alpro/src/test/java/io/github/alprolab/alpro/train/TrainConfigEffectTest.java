package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.ParameterGroup;
import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each option changes in a training, and that the others stay. */
class TrainConfigEffectTest {
    private static final TrainConfig CONFIG = SmallPretraining.config(6);
    private static final TrainConfig CONSTANT =
            CONFIG.with(TrainConfig.WARMUP, 0.0).with(TrainConfig.DECAY, Decay.CONSTANT);

    @TempDir Path folder;
    private SmallPretraining training;

    @BeforeEach
    void prompter() throws IOException {
        training = new SmallPretraining(folder);
    }

    @Test
    void twoRunsOfOneSeedAreTheSameAndAnotherSeedIsNot() throws IOException {
        List<Double> one = training.run("one", 6).losses();
        List<Double> two = training.run("two", 6).losses();
        List<Double> three =
                training.with(CONFIG.with(TrainConfig.SEED, 43L)).run("three", 6).losses();

        assertThat(two).isEqualTo(one);
        assertThat(three).isNotEqualTo(one);
    }

    /** With a learning rate of nearly nothing two updates see what one accumulated update sees. */
    @Test
    void anAccumulatedUpdateIsTheMeanOfItsBatches() throws IOException {
        TrainConfig still =
                CONSTANT.with(TrainConfig.LEARNING_RATE, 1e-9).with(TrainConfig.WEIGHT_DECAY, 0.0);
        var one = training.with(still).run("one", 2);
        var two = training.with(still.with(TrainConfig.ACCUMULATE, 2)).run("two", 1);

        double mean = (one.losses().get(0) + one.losses().get(1)) / 2;
        assertThat(two.losses().get(0)).isCloseTo(mean, within(1e-4));
        assertThat(two.steps().get(0).steps()).isEqualTo(one.steps().get(0).steps() / 2);
        assertThat(two.all(Metric.GRADIENT_NORM).get(0))
                .isLessThan(
                        one.all(Metric.GRADIENT_NORM).stream()
                                .mapToDouble(d -> d)
                                .max()
                                .orElseThrow());
    }

    @Test
    void theReferenceCodeSumsTheGradientsOfAccumulatedBatches() throws IOException {
        TrainConfig twice = CONFIG.with(TrainConfig.ACCUMULATE, 2);
        var mean = training.with(twice).run("mean", 1);
        var sum =
                training.with(
                                twice.with(
                                        TrainConfig.QUIRKS,
                                        List.of(PublishedQuirk.GRADIENTS_SUMMED)))
                        .run("sum", 1);

        double norm = sum.all(Metric.GRADIENT_NORM).get(0);
        assertThat(sum.losses()).isEqualTo(mean.losses());
        assertThat(norm).isCloseTo(2 * mean.all(Metric.GRADIENT_NORM).get(0), within(1e-4 * norm));
    }

    @Test
    void theReferenceCodesFirstUpdateIsAnother() throws IOException {
        var ours = training.run("ours", 2);
        TrainConfig third =
                CONFIG.with(TrainConfig.QUIRKS, List.of(PublishedQuirk.FIRST_UPDATE_IS_THIRD));
        var theirs = training.with(third).run("theirs", 2);

        assertThat(theirs.losses().get(0)).isEqualTo(ours.losses().get(0));
        assertThat(theirs.losses().get(1)).isNotEqualTo(ours.losses().get(1));
    }

    @Test
    void theReferenceCodesLastRateIsTheFloor() throws IOException {
        assertThat(training.run("ours").all(Metric.LEARNING_RATE).get(23)).isZero();
        TrainConfig floor = CONFIG.with(TrainConfig.QUIRKS, List.of(PublishedQuirk.RATE_FLOOR));
        assertThat(training.with(floor).run("theirs").all(Metric.LEARNING_RATE).get(23))
                .isEqualTo(1e-8);
    }

    @Test
    void weightDecayActsUnlessTheReferenceCodeIsFollowed() throws IOException {
        TrainConfig strong = CONSTANT.with(TrainConfig.WEIGHT_DECAY, 10.0);
        TrainConfig none = CONSTANT.with(TrainConfig.WEIGHT_DECAY, 0.0);
        List<Double> without = training.with(none).run("none", 4).losses();
        List<Double> with = training.with(strong).run("strong", 4).losses();
        TrainConfig dropped =
                strong.with(TrainConfig.QUIRKS, List.of(PublishedQuirk.WEIGHT_DECAY_DROPPED));
        List<Double> like = training.with(dropped).run("like", 4).losses();

        assertThat(with).isNotEqualTo(without);
        assertThat(like).isEqualTo(without);
    }

    @Test
    void aGroupOfRateZeroKeepsItsParameters() throws IOException {
        TrainConfig all =
                CONFIG.with(
                        TrainConfig.PARAMETER_GROUPS, List.of(new ParameterGroup("temp", 0, 0)));

        List<Double> kept = training.with(all).run("kept", 4).all(Metric.TEMPERATURE);

        assertThat(kept).containsOnly((double) 0.07f);
        assertThat(training.with(CONFIG).run("free", 4).all(Metric.TEMPERATURE))
                .doesNotHaveDuplicates();
    }

    /** Sums in another order differ in the last digits, and a training makes more of them. */
    @Test
    void gradientCheckpointingTrainsTheSame() throws IOException {
        List<Double> kept = training.run("kept", 3).losses();
        TrainConfig recompute = CONFIG.with(TrainConfig.GRADIENT_CHECKPOINTING, true);
        List<Double> again = training.with(recompute).run("again", 3).losses();

        assertThat(again.get(0)).isEqualTo(kept.get(0));
        assertThat(again.get(1)).isCloseTo(kept.get(1), within(1e-3));
        assertThat(again.get(2)).isCloseTo(kept.get(2), within(1e-2));
    }
}
