package io.github.alprolab.dsl.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.dsl.Losses;
import io.github.alprolab.dsl.Trainer;
import io.github.alprolab.kernel.api.DroppedValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of statements whose value nobody keeps. */
class DroppedCopiesTest {
    private static final Trainer TRAINER = Trainer.adamW(1e-3);

    private static Optional<String> advice(String expression, Object value) {
        return DroppedCopies.advice(
                new DroppedValue(expression, value, Optional.empty(), Optional.empty()));
    }

    @Test
    void anEditOfAVariableIsToBeAssignedToIt() {
        DroppedValue dropped =
                new DroppedValue(
                        "trainer\n    .epochs(5)",
                        TRAINER.epochs(5),
                        Optional.of("trainer"),
                        Optional.of(TRAINER));
        assertThat(new AlprolabExtension().advice(dropped))
                .contains(
                        "this made a changed copy that nobody kept"
                                + " — write `trainer = trainer.epochs(5)`");
    }

    @Test
    void aNewValueIsToBeGivenAName() {
        assertThat(advice("Losses.of(Objective.VTC)", Losses.of(Objective.VTC)))
                .contains(
                        "this made a value that nobody kept"
                                + " — write `var losses = Losses.of(Objective.VTC)`");
    }

    @Test
    void theReceiverOfAnotherTypeIsNotOverwritten() {
        DroppedValue dropped =
                new DroppedValue(
                        "text.length()", TRAINER, Optional.of("text"), Optional.of("a text"));
        assertThat(DroppedCopies.advice(dropped))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("var trainer = text.length()"));
    }

    @Test
    void ofOtherValuesNothingIsSaid() {
        assertThat(advice("list.add(1)", true)).isEmpty();
        assertThat(advice("TRAINER.describe()", TRAINER.describe())).isEmpty();
    }

    @Test
    void aLongStatementIsCut() {
        assertThat(advice("Trainer.adamW(1e-3)" + ".epochs(5)".repeat(50), TRAINER))
                .hasValueSatisfying(line -> assertThat(line).hasSizeLessThan(200).endsWith("…`"));
    }
}
