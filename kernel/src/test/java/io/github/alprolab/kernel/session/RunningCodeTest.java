package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a statement can learn of its own text. */
public class RunningCodeTest {
    private static final AtomicReference<JavaSession> ASKED = new AtomicReference<>();
    private static final String ASK = RunningCodeTest.class.getName() + ".text()";

    private final JavaSession session = new JavaSession(List.of("java.util.function.*"));

    /** Called by cells. */
    public static String text() {
        return ASKED.get().runningCode().orElseThrow();
    }

    @BeforeEach
    void open() {
        ASKED.set(session);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aStatementComesBehindTheDeclarationsThatItUsesInTheOrderOfTheNotebook() {
        session.run("int unused = 1;", 1);
        session.run("double margin = 0.5;", 2);
        session.run("double twice(double x) { return margin * x * 4; }", 3);
        session.run("class Held { double value = twice(3); }", 4);

        String statement = "Supplier<String> code = () -> \"\" + new Held().value;";
        session.run(statement + "\nString text = " + ASK + " + code.get();", 5);

        assertThat((String) session.variable("text").orElseThrow())
                .contains("double margin = 0.5;\ndouble twice(double x)")
                .contains("class Held {")
                .contains(statement)
                .endsWith("String text = " + ASK + " + code.get();6.0")
                .doesNotContain("unused");
        // As often as its snippets: what JShell compiles anew is no other declaration.
        assertThat(((String) session.variable("text").orElseThrow()).split("twice\\(double"))
                .hasSize(2);
    }

    @Test
    void whatWasDeclaredAnewCountsAsItIsNow() {
        session.run("double margin = 0.5;", 1);
        session.run("double margin = 0.7;", 2);
        session.run("String text = margin + " + ASK + ";", 3);

        assertThat((String) session.variable("text").orElseThrow())
                .contains("double margin = 0.7;")
                .doesNotContain("0.5");
    }

    @Test
    void aLongStatementIsTakenWholeWithItsLinesAndComments() {
        String statement = "var text = // why\n        " + ASK + "\n        + \"\";";
        session.run(statement, 1);

        assertThat(session.variable("text")).contains(statement);
    }

    @Test
    void outsideOfCellsThereIsNoCode() {
        session.run("int a = 1;", 1);

        assertThat(session.runningCode()).isEmpty();
    }
}
