package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which results still follow from what is there, by what the compiler knows of names. */
class StaleTest {
    private final JavaSession session = new JavaSession(List.of("java.util.*"));
    private int cell;

    @AfterEach
    void close() {
        session.close();
    }

    private void run(String... cells) {
        for (String code : cells) {
            cell++;
            Outcome outcome = session.run(code, cell);
            assertThat(outcome.error()).as(code).isEmpty();
        }
    }

    private Map<Integer, Set<StaleReason>> stale() {
        return new TreeMap<>(session.stale());
    }

    @Test
    void nothingIsStaleInANotebookThatRanOnce() {
        run("int a = 1;", "int b = a + 1;", "int twice(int n) { return n * a; }", "twice(b)");

        assertThat(stale()).isEmpty();
    }

    @Test
    void whatUsedAVariableThatIsNewIsStaleAndWhatCameFromThatToo() {
        run("int a = 1;", "int b = a + 1;", "b * 2", "int other = 7;", "int a = 5;");

        assertThat(stale()).containsOnlyKeys(2, 3);
        assertThat(stale().get(2)).containsExactly(new StaleReason("a", 5, false));
        assertThat(stale().get(3)).containsExactly(new StaleReason("b", 2, true));
    }

    @Test
    void runAgainFromTopToBottomNothingIsStale() {
        run("int a = 1;", "int b = a + 1;", "b * 2", "int a = 5;", "int b = a + 1;", "b * 2");

        assertThat(stale()).containsOnlyKeys(2, 3); // the runs before
    }

    @Test
    void aValueThatIsAssignedAnewCountsAndOneThatOnlyChangesDoesNot() {
        run("int n = 1;", "n + 1", "n++;", "n += 2;", "n = n * 3;");
        assertThat(stale()).isEmpty();

        run("n = 9;");
        assertThat(stale()).containsKey(2).containsKey(3);
    }

    @Test
    void methodsAndClassesPassOnWhatTheyUse() {
        run(
                "int scale = 2;",
                "int scaled(int n) { return n * scale; }",
                "class Box { int size = scaled(3); }",
                "new Box().size",
                "String unrelated = \"scale\";",
                "int scale = 4;");

        assertThat(stale()).containsOnlyKeys(4);
        assertThat(stale().get(4)).containsExactly(new StaleReason("scale", 6, false));
    }

    @Test
    void aMethodOrClassOfOtherWordsIsNewAndOneOfTheSameIsNot() {
        String method = "int twice(int n) { return 2 * n; }";
        run(method, "twice(4)", "record Pair(int a, int b) {}", "new Pair(1, 2)", method);
        assertThat(stale()).isEmpty();

        run("int twice(int n) { return n + n; }", "record Pair(int b, int a) {}");
        assertThat(stale()).containsOnlyKeys(2, 4);
    }

    @Test
    void anImportOfAnotherClassOfTheSameNameCounts() {
        run(
                "import java.util.List;",
                "List.of(1).size()",
                "Map.of().size()",
                "import java.awt.List;");

        assertThat(stale()).containsOnlyKeys(2);
    }

    @Test
    void aVariableThatLostItsValueBecauseOfItsClassCounts() {
        run(
                "class Net { int n = 1; }",
                "Net net = new Net();",
                "net.n",
                "class Net { int n = 2; }");

        assertThat(stale()).containsOnlyKeys(2, 3);
    }

    @Test
    void aMethodThatAssignsIsAnAssignment() {
        run("int level = 1;", "void raise(int to) { level = to; }", "level * 10", "raise(3);");

        assertThat(stale()).containsOnlyKeys(3);
    }
}
