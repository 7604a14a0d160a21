package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.loss.Answering;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Back-propagated gradients against central differences at width 8, for each loss. */
class LossGradientTest {
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(8, 4, 2, 8, 1, 2, 16, 0),
                    new TextConfig(20, 8, 2, 1, 2, 16, 8, 0),
                    8);
    private static final SmallSteps STEPS = new SmallSteps(CONFIG, 3, 6);
    private static final Pem PEM = Objective.PEM.among(SmallSteps.ENTITIES).ignoreBelow(0);
    private static final float[] LABELS = {
        .6f, .1f, .1f, .1f, .1f, .2f, .2f, .2f, .2f, .2f, 0, 0, 1, 0, 0
    };

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final AlproModel model = new AlproModel(state.root(), CONFIG, 0.3);

    static Stream<Objective> objectives() {
        return Stream.of(
                Objective.VTC,
                Objective.VTM,
                Objective.MLM,
                PEM,
                WorkedExamples.frameOrder(),
                WorkedExamples.momentumDistillation());
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void everyParametersGradientIsTheSlopeOfTheLoss(Objective objective) {
        ObjectiveSum sum = sum(objective);
        FiniteDifferences.check(compute, state, backward -> loss(sum, backward));
    }

    /** Soft targets are no way for gradients: neither into the teacher nor into a temperature. */
    @Test
    void aTeacherGetsNoGradient() {
        ObjectiveSum sum = sum(WorkedExamples.momentumDistillation().option("share", 1));
        try (Scope scope = compute.scope()) {
            compute.withGradient(
                    () -> {
                        Step step =
                                sum.step(
                                        STEPS.inputs(scope, true, HardNegatives::hardest),
                                        sum.objectives().get(0));
                        StepTensor soft = step.copy("teacher").similarity();
                        assertThatThrownBy(() -> soft.sum().tensor().backward())
                                .hasMessageContaining("does not require grad");
                        return null;
                    });
        }
    }

    @Test
    void everyParametersGradientIsTheSlopeOfTheAnsweringLoss() {
        StateDict answering = new StateDict(compute, new RandomStreams(5));
        AnsweringModel answers = new AnsweringModel(answering.root(), CONFIG, 4);
        FiniteDifferences.check(compute, answering, backward -> loss(answers, backward));
    }

    private ObjectiveSum sum(Objective... objectives) {
        return new ObjectiveSum(compute, List.of(objectives), state, model, Optional.empty());
    }

    private double loss(ObjectiveSum sum, boolean backward) {
        HardNegatives fixed = new HardNegatives(new int[] {1, 2, 0}, new int[] {2, 0, 1});
        try (Scope scope = compute.scope()) {
            return compute.withGradient(
                            () ->
                                    sum.of(
                                            STEPS.inputs(scope, false, similarity -> fixed),
                                            STEPS.fixed(Objective.MLM, PEM, LABELS),
                                            total -> backward(total, backward)))
                    .get(Metric.TOTAL_LOSS);
        }
    }

    private static void backward(Tensor total, boolean wanted) {
        if (wanted) {
            total.backward();
        }
    }

    private double loss(AnsweringModel answers, boolean backward) {
        try (Scope scope = compute.scope()) {
            return compute.withGradient(
                    () -> {
                        StepInputs in = STEPS.inputs(scope, false, HardNegatives::hardest);
                        Tensor loss =
                                Answering.of(
                                                answers,
                                                answers.alpro().video(in.frames().get(), false),
                                                scope.of(in.texts().ids(), 3, 6),
                                                scope.of(in.texts().mask(), 3, 6),
                                                new long[] {2, 0, 3},
                                                false)
                                        .loss();
                        backward(loss, backward);
                        return loss.scalar();
                    });
        }
    }

    /** Losses of a batch in which nothing counts are 0, not NaN. */
    @Test
    void aBatchWithoutHiddenWordsOrCertainCropsCostsNothing() {
        Pem sure = PEM.ignoreBelow(1);
        ObjectiveSum both = sum(Objective.MLM, sure);
        float[] even = new float[LABELS.length];
        Arrays.fill(even, 0.2f);
        try (Scope scope = compute.scope()) {
            StepInputs in = STEPS.inputs(scope, false, HardNegatives::hardest);
            MaskedWords none = new MaskedWords(in.texts().ids(), new int[0], new long[0]);
            Map<Metric, Double> values =
                    both.of(
                            in,
                            Map.of(
                                    Objective.MLM,
                                    step -> Objective.MLM.loss(step, none),
                                    sure,
                                    STEPS.fixed(Objective.MLM, sure, even).get(sure)),
                            total -> {});

            assertThat(values.get(Metric.TOTAL_LOSS)).isZero();
            assertThat(values.get(Metric.IGNORED_SHARE)).isEqualTo(1);
            assertThat(values).doesNotContainKey(Metric.MLM_ACCURACY);
        }
    }
}
