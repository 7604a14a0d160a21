package io.github.alprolab.alpro.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Back-propagated gradients against central differences at width 8, for each loss. */
class LossGradientTest {
    private static final int CLIPS = 3;
    private static final int LENGTH = 6;
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(8, 4, 2, 8, 1, 2, 16, 0),
                    new TextConfig(20, 8, 2, 1, 2, 16, 8, 0),
                    8);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final PretrainingModel model = new PretrainingModel(state.root(), CONFIG, 0.3, 5);

    @AfterEach
    void close() {
        compute.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyParametersGradientIsTheSlopeOfTheLoss(Objective objective) {
        FiniteDifferences.check(compute, state, backward -> loss(objective, backward));
    }

    @Test
    void everyParametersGradientIsTheSlopeOfTheAnsweringLoss() {
        StateDict answering = new StateDict(compute, new RandomStreams(5));
        AnsweringModel answers = new AnsweringModel(answering.root(), CONFIG, 4);
        FiniteDifferences.check(compute, answering, backward -> loss(answers, backward));
    }

    private double loss(AnsweringModel answers, boolean backward) {
        try (Scope scope = compute.scope()) {
            return compute.withGradient(
                    () -> {
                        PretrainingLoss.Inputs in = inputs(scope);
                        Tensor loss =
                                Answering.of(
                                                answers,
                                                answers.alpro().video(in.frames(), false),
                                                in.ids(),
                                                in.mask(),
                                                new long[] {2, 0, 3},
                                                false)
                                        .loss();
                        if (backward) {
                            loss.backward();
                        }
                        return loss.scalar();
                    });
        }
    }

    private double loss(Objective objective, boolean backward) {
        LossConfig only =
                new LossConfig(
                        Map.of(objective, 1.0), 0.3, 0.5, 0.3, 0.5, 0, IgnoreRule.PROBABILITY);
        HardNegatives fixed = new HardNegatives(new int[] {1, 2, 0}, new int[] {2, 0, 1});
        try (Scope scope = compute.scope()) {
            return compute.withGradient(
                    () -> {
                        LossValues values =
                                new PretrainingLoss(model, only)
                                        .of(inputs(scope), similarity -> fixed, false);
                        if (backward) {
                            values.total().backward();
                        }
                        return values.total().scalar();
                    });
        }
    }

    private PretrainingLoss.Inputs inputs(Scope scope) {
        Random random = new Random(9);
        float[] frames = new float[CLIPS * 2 * 3 * 8 * 8];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = (float) random.nextGaussian();
        }
        long[] ids = random.longs((long) CLIPS * LENGTH, 5, 20).toArray();
        long[] hidden = ids.clone();
        hidden[1] = 4;
        hidden[8] = 4;
        Tensor inside = scope.of(new float[] {1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0}, CLIPS, 4);
        Tensor labels =
                scope.of(
                        new float[] {
                            .6f, .1f, .1f, .1f, .1f, .2f, .2f, .2f, .2f, .2f, 0, 0, 1, 0, 0
                        },
                        CLIPS,
                        5);
        return new PretrainingLoss.Inputs(
                scope.of(frames, CLIPS, 2, 3, 8, 8),
                scope.of(ids, CLIPS, LENGTH),
                scope.full(1, CLIPS, LENGTH),
                Optional.of(new MaskedWords(hidden, new int[] {1, 8}, new long[] {ids[1], ids[8]})),
                Optional.of(inside),
                Optional.of(labels));
    }

    /** Losses of a batch in which nothing counts are 0, not NaN. */
    @Test
    void aBatchWithoutHiddenWordsOrCertainCropsCostsNothing() {
        try (Scope scope = compute.scope()) {
            PretrainingLoss.Inputs in = inputs(scope);
            MaskedWords none = new MaskedWords(in.ids().longs(), new int[0], new long[0]);
            LossConfig both =
                    new LossConfig(
                            Map.of(Objective.MLM, 1.0, Objective.PEM, 1.0),
                            0.3,
                            0.5,
                            0.3,
                            0.5,
                            1,
                            IgnoreRule.PROBABILITY);
            PretrainingLoss.Inputs empty =
                    new PretrainingLoss.Inputs(
                            in.frames(),
                            in.ids(),
                            in.mask(),
                            Optional.of(none),
                            in.inside(),
                            Optional.of(scope.full(0.2, CLIPS, 5)));

            LossValues values =
                    new PretrainingLoss(model, both).of(empty, HardNegatives::hardest, false);

            assertThat(values.total().scalar()).isZero();
            assertThat(List.of(values.pemIgnored(), values.mlmHidden())).containsExactly(3, 0);
        }
    }
}
