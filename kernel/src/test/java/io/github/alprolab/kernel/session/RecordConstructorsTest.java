package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructors of records that JShell would refuse because it makes every record public. */
class RecordConstructorsTest {
    private final JavaSession session = new JavaSession(List.of("java.util.*"));

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pt { x = x + 1; }",
                "Pt(int x) { this.x = x + 1; }",
                "protected Pt { x = x + 1; }",
                "public Pt { x = x + 1; }",
                "/** Adds one. */ @SuppressWarnings(\"protected\") protected Pt { x = x + 1; }",
                "@Deprecated Pt { x = x + 1; }",
                "static int made; Pt { made++; x = x + 1; } Pt() { this(6); } private Pt(String s) { this(9); }",
            })
    void aConstructorAsOpenAsItsRecordIsTaken(String members) {
        run("record Pt(int x) { " + members + " }");

        assertThat(run("new Pt(6).x()").value()).contains(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private record Pt(int x) { private Pt { x++; } }",
                "@Deprecated record Pt(int x) implements Comparable<Pt> { Pt { x++; }"
                        + " public int compareTo(Pt o) { return x - o.x; } }",
                "class Pt { record In(int x) { In { x++; } } In in; Pt(int x) { in = new In(x); }"
                        + " int x() { return in.x(); } }",
                "interface Holder { record In(int x) { public In { x++; } } }\n"
                        + "class Pt extends Object { int x; Pt(int x) { this.x = new Holder.In(x).x(); }"
                        + " int x() { return x; } }",
            })
    void modifiersAnnotationsAndInterfacesStayAsTheyAre(String declarations) {
        run(declarations);

        assertThat(run("new Pt(6).x()").value()).contains(7);
    }

    @Test
    void partsMayBeGenericArraysOrFromAPackage() {
        run(
                "record Row<T>(List<T> head, String... tail) {"
                        + " Row(java.util.List<T> head, String... tail) {"
                        + " this.head = List.copyOf(head); this.tail = tail; } }");

        assertThat(run("new Row<>(List.of(1, 2), \"a\").head()").value()).contains(List.of(1, 2));
    }

    @Test
    void anErrorBehindTheConstructorPointsToWhatIsWritten() {
        Outcome outcome = session.run("record Pt(int x) {\n  Pt { x = \"a\"; }\n}", 1);

        assertThat(outcome.error().orElseThrow().plain())
                .contains("error: int is needed here, given is String.")
                .anyMatch(
                        line ->
                                line.equals(
                                        "cell 1, line 2\n    Pt { x = \"a\"; }\n             ^^^"));
    }

    @Test
    void anUnknownNameInTheConstructorPointsToWhatIsWritten() {
        run("record Pt(int x) { Pt { limit(x); } }");

        assertThat(session.run("new Pt(1)", 2).error().orElseThrow().plain())
                .contains(
                        "There is no method limit(int) here.",
                        "cell 1, line 1\n  record Pt(int x) { Pt { limit(x); } }\n"
                                + "                          ^^^^^");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Pt(int x) { private Pt { } }",
                "interface Shape { record Pt(int x) implements Shape { Pt { } } }",
            })
    void whatJavaRefusesInAFileIsRefusedInWords(String declaration) {
        assertThat(session.run(declaration, 1).error().orElseThrow().value())
                .isEqualTo(
                        "The constructor that takes all parts of the record Pt has to be as open"
                                + " as the record: write public before it.");
    }

    private Outcome run(String code) {
        Outcome outcome = session.run(code, 1);
        assertThat(outcome.error()).isEmpty();
        return outcome;
    }
}
