package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.loss.HardNegatives;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.loss.MaskedWords;
import io.github.alprolab.alpro.loss.PretrainingLoss;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Blocks that are computed again give the gradients of blocks that were kept. */
class GradientCheckpointingTest {
    private static final int CLIPS = 4;
    private static final int LENGTH = 6;
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(16, 8, 2, 16, 3, 2, 32, 0.5),
                    new TextConfig(20, 16, 4, 2, 2, 32, 8, 0.3),
                    8);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final PretrainingModel model = new PretrainingModel(state.root(), CONFIG, 0.1, 5);
    private final AdamW optimizer = new AdamW(compute, state.trainable(), 0);
    private int openInTheGraph;

    GradientCheckpointingTest() {
        Random random = new Random(3);
        for (var parameter : state.trainable()) {
            float[] values = parameter.value().floats();
            for (int i = 0; i < values.length && !parameter.name().equals("temp"); i++) {
                values[i] += (float) (random.nextGaussian() * 0.1); // no weight is left at zero
            }
            parameter.value().copyFrom(values);
        }
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void everyParameterHasTheGradientItHasWithoutIt() {
        double kept = backward(7, false);
        List<float[]> expected = gradients();
        int openWhenKept = openInTheGraph;

        double again = backward(7, true);

        assertThat(again).isEqualTo(kept);
        for (int i = 0; i < expected.size(); i++) {
            String name = optimizer.parameters().get(i).name();
            float[] ours = gradients().get(i);
            double size = norm(expected.get(i), new float[ours.length]);
            assertThat(size).as(name + " is trained").isPositive();
            // The slope of a key's bias is 0 but for rounding: attention does not see it.
            assertThat(norm(ours, expected.get(i)))
                    .as(name)
                    .isLessThanOrEqualTo(1e-5 * size + 1e-7);
        }
        assertThat(openInTheGraph)
                .as("tensors kept for the backward pass")
                .isLessThan(openWhenKept / 2);
    }

    /** So that the test above would notice dropout that is drawn anew. */
    @Test
    void anotherSeedDropsOtherValues() {
        assertThat(backward(8, true)).isNotEqualTo(backward(7, true));
        assertThat(backward(7, true)).isEqualTo(backward(7, true));
    }

    private double backward(long seed, boolean recompute) {
        optimizer.gradients().forEach(g -> g.copyFrom(new float[(int) g.elements()]));
        int openBefore = compute.openTensors();
        try (Scope scope = compute.trainingScope(seed, recompute)) {
            return compute.withGradient(
                    () -> {
                        LossValues values =
                                new PretrainingLoss(model, LossConfig.alpro())
                                        .of(inputs(scope), HardNegatives::hardest, true);
                        openInTheGraph = compute.openTensors() - openBefore;
                        values.total().backward();
                        return values.total().scalar();
                    });
        }
    }

    private List<float[]> gradients() {
        return optimizer.gradients().stream().map(g -> g.floats()).toList();
    }

    private static PretrainingLoss.Inputs inputs(Scope scope) {
        Random random = new Random(9);
        float[] frames = new float[CLIPS * 2 * 3 * 16 * 16];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = (float) random.nextGaussian();
        }
        long[] ids = random.longs((long) CLIPS * LENGTH, 5, 20).toArray();
        float[] labels = new float[CLIPS * 5];
        for (int i = 0; i < CLIPS; i++) {
            labels[5 * i + i] = 1;
        }
        return new PretrainingLoss.Inputs(
                scope.of(frames, CLIPS, 2, 3, 16, 16),
                scope.of(ids, CLIPS, LENGTH),
                scope.full(1, CLIPS, LENGTH),
                Optional.of(new MaskedWords(ids, new int[] {1, 8}, new long[] {7, 9})),
                Optional.of(scope.full(1, CLIPS, 4)),
                Optional.of(scope.of(labels, CLIPS, 5)));
    }

    private static double norm(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += Math.pow(a[i] - b[i], 2);
        }
        return Math.sqrt(squares);
    }
}
