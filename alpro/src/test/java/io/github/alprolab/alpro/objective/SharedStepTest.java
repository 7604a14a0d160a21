package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What objectives share in a step is computed once, and no more of it than they read. */
class SharedStepTest {
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(8, 4, 2, 8, 1, 2, 16, 0),
                    new TextConfig(20, 8, 2, 1, 2, 16, 8, 0),
                    8);
    private static final SmallSteps STEPS = new SmallSteps(CONFIG, 3, 6);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final AlproModel model = new AlproModel(state.root(), CONFIG, 0.3);

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void clsOfRightPairsIsTheSameWhetherOrNotAnotherObjectiveReadsTheirTokens() {
        Written reader = own("reader", step -> step.matched().sum().multiply(0));

        Map<Metric, Double> alone = figures(Objective.VTM);
        Map<Metric, Double> beside = figures(Objective.VTM, reader);

        assertThat(alone.get(Metric.VTM_LOSS)).isCloseTo(beside.get(Metric.VTM_LOSS), within(1e-6));
        assertThat(alone.get(Metric.VTM_ACCURACY)).isEqualTo(beside.get(Metric.VTM_ACCURACY));
    }

    @Test
    void tokensThatNobodyReadsAreNotComputed() {
        try (Scope scope = compute.scope()) {
            Step alone = sum(Objective.VTM).step(inputs(scope), Objective.VTM);
            assertThat(alone.matchedCls().shape()).containsExactly(3, 8);

            int open = compute.openTensors();
            alone.matched();
            assertThat(compute.openTensors()).as("a pass of its own").isGreaterThan(open);
        }
        try (Scope scope = compute.scope()) {
            Pem pem = Objective.PEM.among(SmallSteps.ENTITIES);
            Step beside = sum(Objective.VTM, pem).step(inputs(scope), Objective.VTM);
            beside.matchedCls();

            int open = compute.openTensors();
            beside.matched();
            assertThat(compute.openTensors()).as("the pass that was made").isEqualTo(open);
        }
    }

    @Test
    void framesKeepThePixelsOfTheGivenPatchesAndAreBlackElsewhere() {
        try (Scope scope = compute.scope()) {
            Step step = sum(Objective.VTC).step(inputs(scope), Objective.VTC);
            float[] all = step.frames().floats();
            float[] kept = // the right upper patch of clip 0, none of 1, both lower ones of 2
                    step.framesInside(
                                    step.tensor(
                                            new float[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}, 3, 4))
                            .floats();
            float[] black = scope.black().floats();

            for (int i = 0; i < all.length; i++) {
                int column = i % 8;
                int row = i / 8 % 8;
                int clip = i / (2 * 3 * 8 * 8);
                boolean inside = clip == 0 && row < 4 && column >= 4 || clip == 2 && row >= 4;
                assertThat(kept[i]).isEqualTo(inside ? all[i] : black[i / 64 % 3]);
            }
        }
    }

    @Test
    void aScalarIsReportedWithTheLossesInTheOrderOfTheDeclaration() {
        Written two =
                Objective.named("two")
                        .reports("early", Better.NEITHER)
                        .reports("late", Better.NEITHER)
                        .source("two")
                        .loss(
                                step -> {
                                    step.report("early", step.temperature().multiply(10));
                                    step.report("late", 4);
                                    return step.temperature();
                                });

        Map<Metric, Double> figures = figures(two);

        assertThat(figures.keySet())
                .extracting(Metric::name)
                .containsExactly("TOTAL_LOSS", "TWO_LOSS", "TWO_EARLY", "TWO_LATE");
        assertThat(figures.values())
                .extracting(v -> Math.round(v * 1000))
                .containsExactly(300L, 300L, 3000L, 4000L);
        assertThatThrownBy(
                        () ->
                                figures(
                                        own(
                                                "wrong",
                                                step -> {
                                                    step.report("scores", step.similarity());
                                                    return step.zero();
                                                })))
                .hasMessageContaining("report reads () and is given (3, 3)");
    }

    private static Written own(String name, Function<Step, StepTensor> loss) {
        return Objective.named(name).source(name).loss(loss);
    }

    private ObjectiveSum sum(Objective... objectives) {
        return new ObjectiveSum(compute, List.of(objectives), state, model, Optional.empty());
    }

    private static StepInputs inputs(Scope scope) {
        return STEPS.inputs(scope, false, HardNegatives::hardest);
    }

    private Map<Metric, Double> figures(Objective... objectives) {
        try (Scope scope = compute.scope()) {
            return sum(objectives).of(inputs(scope), total -> {});
        }
    }
}
