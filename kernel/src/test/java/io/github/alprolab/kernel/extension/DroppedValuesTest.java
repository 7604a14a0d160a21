package io.github.alprolab.kernel.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.api.DroppedValue;
import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which values are reported as dropped. */
class DroppedValuesTest {
    private static final List<DroppedValue> SEEN = new ArrayList<>();
    private static JavaSession session;

    @BeforeAll
    static void open() {
        session = new JavaSession(List.of("java.util.*"));
        KernelExtension remembers =
                new KernelExtension() {
                    @Override
                    public Optional<String> advice(DroppedValue dropped) {
                        SEEN.add(dropped);
                        return Optional.empty();
                    }
                };
        new DroppedValues(session, List.of(remembers)).watch();
        session.run("String text = \"abc\";", 1);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void aStatementOnAVariableIsReportedWithIt() {
        session.run("text.concat(\"d\");", 2);
        assertThat(SEEN)
                .containsExactly(
                        new DroppedValue(
                                "text.concat(\"d\")",
                                "abcd",
                                Optional.of("text"),
                                Optional.of("abc")));
    }

    @Test
    void aStatementOnATypeHasNoVariable() {
        session.run("List.of(1);\nint x = 1;", 3);
        assertThat(SEEN)
                .containsExactly(
                        new DroppedValue(
                                "List.of(1)", List.of(1), Optional.empty(), Optional.empty()));
    }

    @Test
    void whatIsShownOrKeptOrHasNoValueIsNotReported() {
        session.run("text.concat(\"d\")", 4);
        session.run("text = text.concat(\"d\");", 5);
        session.run("var other = text.concat(\"d\");", 6);
        session.run("System.gc();", 7);
        session.run("text;", 8);
        session.run("text = \"abc\";", 9);
        assertThat(SEEN).isEmpty();
    }
}
