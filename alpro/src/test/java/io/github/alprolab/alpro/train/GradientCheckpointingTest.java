package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.HardNegatives;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.objective.SmallSteps;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Blocks that are computed again give the gradients of blocks that were kept: plain ones, as joint
 * attention has them everywhere. Written ones have a test of their own.
 */
class GradientCheckpointingTest {
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(16, 8, 2, 16, 3, 2, 32, 0.5, VideoAttention.JOINT),
                    new TextConfig(20, 16, 4, 2, 2, 32, 8, 0.3),
                    8);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final Pem pem = Objective.PEM.among(SmallSteps.ENTITIES);
    private final ObjectiveSum objectives =
            new ObjectiveSum(
                    compute,
                    List.of(Objective.VTC, Objective.VTM, Objective.MLM, pem),
                    state,
                    new AlproModel(state.root(), CONFIG, 0.1),
                    Optional.empty());
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
                .isLessThan(openWhenKept);
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
                        SmallSteps steps = new SmallSteps(CONFIG, 4, 6);
                        return objectives
                                .of(
                                        steps.inputs(scope, true, HardNegatives::hardest),
                                        steps.fixed(Objective.MLM, pem, labels()),
                                        total -> {
                                            openInTheGraph = compute.openTensors() - openBefore;
                                            total.backward();
                                        })
                                .get(Metric.TOTAL_LOSS);
                    });
        }
    }

    private List<float[]> gradients() {
        return optimizer.gradients().stream().map(g -> g.floats()).toList();
    }

    /** Entity i for clip i. */
    private static float[] labels() {
        float[] labels = new float[4 * SmallSteps.ENTITIES];
        for (int i = 0; i < 4; i++) {
            labels[SmallSteps.ENTITIES * i + i] = 1;
        }
        return labels;
    }

    private static double norm(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += Math.pow(a[i] - b[i], 2);
        }
        return Math.sqrt(squares);
    }
}
