package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a loss written by a user can compute, and what it is told where it cannot. */
class StepTensorTest {
    private static final AlproConfig CONFIG =
            new AlproConfig(
                    new VideoConfig(8, 4, 2, 8, 1, 2, 16, 0),
                    new TextConfig(20, 8, 2, 1, 2, 16, 8, 0),
                    8);
    private static final SmallSteps STEPS = new SmallSteps(CONFIG, 3, 6);
    private static final Written OWN =
            Objective.named("own")
                    .option("margin", 0.25)
                    .reports("accuracy", Better.HIGHER)
                    .head(h -> h.linear("scores", h.width(), 2).parameter("shift", 0.5, 2))
                    .loss(Step::zero);

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict state = new StateDict(compute, new RandomStreams(5));
    private final ObjectiveSum sum =
            new ObjectiveSum(
                    compute,
                    List.of(OWN),
                    state,
                    new AlproModel(state.root(), CONFIG, 0.3),
                    Optional.empty());
    private final Scope scope = compute.scope();
    private Step step;

    @BeforeEach
    void begin() {
        step = sum.step(STEPS.inputs(scope, false, HardNegatives::hardest), OWN);
    }

    @AfterEach
    void close() {
        scope.close();
        compute.close();
    }

    @Test
    void arithmeticRepeatsAxesOfLengthOne() {
        StepTensor x = step.tensor(new float[] {1, 2, 3, 4}, 2, 2);
        StepTensor row = step.tensor(new float[] {10, 20}, 1, 2);

        assertThat(x.add(row).floats()).containsExactly(11, 22, 13, 24);
        assertThat(x.subtract(row).multiply(x).floats()).containsExactly(-9, -36, -21, -64);
        assertThat(x.add(0.5).multiply(2).floats()).containsExactly(3, 5, 7, 9);
        assertThat(x.divide(row).matmul(x).shape()).containsExactly(2, 2);
        assertThat(x.mean().value()).isEqualTo(2.5);
        assertThat(x.exp().log().floats()).containsExactly(new float[] {1, 2, 3, 4}, within(1e-6f));
        assertThat(x.logSoftmax().exp().sum().value()).isCloseTo(2, within(1e-6));
    }

    @Test
    void someRowsAreReversedAlongAnAxis() {
        StepTensor x = step.tensor(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);
        boolean[] second = {false, true};

        assertThat(x.reversed(1, second).floats()).containsExactly(1, 2, 3, 4, 7, 8, 5, 6);
        assertThat(x.reversed(2, second).floats()).containsExactly(1, 2, 3, 4, 6, 5, 8, 7);
    }

    @Test
    void partsAreTakenAndJoined() {
        StepTensor x = step.tensor(new float[] {1, 2, 3, 4}, 2, 2);

        assertThat(x.rows(1, 0, 1).floats()).containsExactly(3, 4, 1, 2, 3, 4);
        assertThat(x.select(1, 0).joined(0, x.select(1, 1)).floats()).containsExactly(1, 3, 2, 4);
        assertThat(x.narrow(1, 1, 1).shape()).containsExactly(2, 1);
        assertThat(x.reshape(-1).transpose(0, 0).argMax()).containsExactly(3);
        assertThat(x.accuracy(1, 0)).isEqualTo(0.5);
        assertThat(x.crossEntropy(1, 1).value())
                .isCloseTo(Math.log(1 + Math.exp(-1)), within(1e-6));
    }

    @Test
    void shapesThatDoNotFitAreNamedWithTheObjective() {
        StepTensor x = step.tensor(new float[6], 2, 3);
        StepTensor y = step.tensor(new float[8], 4, 2);

        refused(() -> x.add(y), "Objective “own”: add of (2, 3) and (4, 2)");
        refused(() -> x.matmul(y), "matmul of (2, 3) and (4, 2)");
        refused(() -> x.joined(0, y), "joined along axis 0 of (2, 3) and (4, 2)");
        refused(() -> x.softCrossEntropy(y), "softCrossEntropy of (2, 3) and (4, 2)");
        refused(
                () -> x.crossEntropy(0),
                "reads scores (1, classes) for 1 labels and is given (2, 3)");
        refused(() -> x.crossEntropy(0, 3), "knows classes 0 to 2 and is given the label 3");
        refused(() -> x.reshape(4, 2), "reshape cannot make (4, 2) of (2, 3)");
        refused(() -> x.select(1, 3), "select(1, 3) leaves (2, 3); axis 1 has 3 entries");
        refused(() -> x.narrow(0, 1, 2), "narrow(0, 1, 2) leaves (2, 3)");
        refused(() -> x.rows(2), "asks for row 2 of (2, 3)");
        refused(() -> x.mean(2), "(2, 3) has no axis 2");
        refused(() -> x.reversed(0, new boolean[2]), "an axis behind the first");
        refused(() -> x.value(), "value() reads a scalar and is asked of (2, 3)");
        refused(() -> step.tensor(new float[3], 2, 2), "3 values do not fill (2, 2)");
        refused(() -> step.head("scores").apply(x), "scores reads (…, 8) and is given (2, 3)");
        refused(() -> step.model().video(x), "video reads (any, 2, 3, 8, 8) and is given (2, 3)");
        refused(() -> step.model().text(new long[5]), "reads 3 rows of 6 word pieces");
    }

    @Test
    void whatIsNotDeclaredIsRefusedWithWhatIs() {
        assertThat(step.parameter("shift").floats()).containsExactly(0.5f, 0.5f);
        assertThat(step.option("margin")).isEqualTo(0.25);
        refused(() -> step.head("other"), "no head “other”; it declares [scores]");
        refused(() -> step.parameter("other"), "no parameter “other”; it declares [shift]");
        refused(() -> step.copy("teacher"), "no copy of the model “teacher”; it declares none");
        refused(() -> step.option("width"), "no option “width”; it has [weight, margin]");
        refused(() -> step.report("recall", 1), "declares own accuracy", ".reports(\"recall\"");
    }

    @Test
    void aTensorOfAStepThatIsOverIsRefused() {
        StepTensor[] kept = new StepTensor[1];
        Map<Objective, Function<Step, StepTensor>> keeping =
                Map.of(OWN, s -> (kept[0] = s.video().mean()).multiply(1));
        sum.of(STEPS.inputs(scope, false, HardNegatives::hardest), keeping, total -> {});

        assertThatThrownBy(() -> kept[0].add(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Objective “own”")
                .hasMessageContaining("x.value()");
    }

    @Test
    void aLossHasToBeAScalar() {
        Map<Objective, Function<Step, StepTensor>> vector =
                Map.of(OWN, s -> s.videoFeatures().sum(1));

        refused(
                () -> sum.of(STEPS.inputs(scope, false, HardNegatives::hardest), vector, t -> {}),
                "Objective “own”: its loss is (3); a scalar is needed");
    }

    @Test
    void whatObjectivesShareIsComputedOnce() {
        assertThat(step.video().tensor()).isSameAs(step.video().tensor());
        assertThat(step.matched().tensor()).isSameAs(step.matched().tensor());
        int before = compute.openTensors();
        step.similarity();
        int first = compute.openTensors();
        step.similarity();

        assertThat(first).isGreaterThan(before);
        step.negatives();
        int chosen = compute.openTensors();
        step.negatives();
        step.similarity();
        assertThat(compute.openTensors()).isEqualTo(chosen);
    }

    @Test
    void drawsDependOnPurposeAndBatchAlone() {
        assertThat(step.coins("a")).isEqualTo(step.coins("a"));
        assertThat(step.random("a").nextLong()).isNotEqualTo(step.random("b").nextLong());
    }

    @Test
    void framesOutsideOfPatchesAreBlack() {
        float[] black = scope.black().floats();
        float[] seen =
                step.framesInside(
                                step.tensor(new float[] {1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0}, 3, 4))
                        .floats();
        float[] frames = step.frames().floats();

        assertThat(seen[0]).isEqualTo(frames[0]);
        assertThat(seen[4]).isEqualTo(black[0]);
        assertThat(seen[frames.length / 3 + 7]).isEqualTo(frames[frames.length / 3 + 7]);
        assertThat(seen[frames.length - 1]).isEqualTo(black[2]);
    }

    private static void refused(ThrowingCallable call, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .satisfies(
                        e -> {
                            for (String word : words) {
                                assertThat(e).hasMessageContaining(word);
                            }
                        });
    }
}
