package io.github.alprolab.alpro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
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
        enlarge();
        AdamW gradients = new AdamW(compute, state.trainable(), 0);
        loss(objective, true);
        double compared = 0;
        for (int i = 0; i < state.trainable().size(); i++) {
            Parameter parameter = state.trainable().get(i);
            float[] direction = direction(parameter);
            double expected = slope(objective, parameter, direction);
            double ours = dot(gradients.gradients().get(i).floats(), direction);
            assertThat(ours)
                    .as(parameter.name())
                    .isCloseTo(expected, within(2e-3 + 0.02 * Math.abs(expected)));
            compared += Math.abs(ours);
        }
        assertThat(compared).isGreaterThan(0.05);
    }

    /** A fresh model is nearly constant; larger weights give slopes that float32 can measure. */
    private void enlarge() {
        for (Parameter parameter : state.trainable()) {
            float[] values = parameter.value().floats();
            Random random = new Random(parameter.name().hashCode());
            for (int i = 0; i < values.length && !parameter.name().equals("temp"); i++) {
                values[i] += (float) (random.nextGaussian() * 0.3);
            }
            parameter.value().copyFrom(values);
        }
    }

    private double slope(Objective objective, Parameter parameter, float[] direction) {
        float[] values = parameter.value().floats();
        float step = 4e-3f;
        parameter.value().copyFrom(moved(values, direction, step));
        double above = loss(objective, false);
        parameter.value().copyFrom(moved(values, direction, -step));
        double below = loss(objective, false);
        parameter.value().copyFrom(values);
        return (above - below) / (2 * step);
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

    private static float[] direction(Parameter parameter) {
        Random random = new Random(31L * parameter.name().hashCode());
        float[] direction = new float[(int) parameter.value().elements()];
        double squares = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) random.nextGaussian();
            squares += direction[i] * direction[i];
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= (float) Math.sqrt(squares);
        }
        return direction;
    }

    private static float[] moved(float[] values, float[] direction, float step) {
        float[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
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
