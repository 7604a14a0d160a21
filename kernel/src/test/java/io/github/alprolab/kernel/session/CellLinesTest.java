package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a cell that JShell's classes have code for. */
class CellLinesTest {
    private final JavaSession session = new JavaSession(List.of());

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at();|1",
                "\\n\\nat();|3",
                "int a = at();|1",
                "// what it is\\n/* and\\n * more */\\nvar a = at();|4",
                "for (int i = 0; i < 1; i++) {\\n    at();\\n}|2",
                "void far() {\\n\\n    at();\\n}\\nfar();|3 5",
                "record Far(int x) {\\n    int y() { return at(); }\\n}\\nnew Far(1).y()|2 4",
            })
    void aFrameOfACellStandsInTheLineThatWasWritten(String cell, String lines) {
        session.run("import java.util.*; List<StackTraceElement> seen = new ArrayList<>();", 1);
        session.run("int at() { seen = List.of(new Throwable().getStackTrace()); return 1; }", 1);

        String code = cell.replace("\\n", "\n");
        assertThat(session.run(code, 2).error()).isEmpty();

        @SuppressWarnings("unchecked") // as it is declared above
        List<StackTraceElement> seen =
                (List<StackTraceElement>) session.variable("seen").orElseThrow();
        List<CellLine> found =
                seen.stream()
                        .map(f -> session.cellLine(f.getClassName(), f.getLineNumber()))
                        .flatMap(Optional::stream)
                        .filter(line -> line.cell() == 2)
                        .toList();
        assertThat(found).extracting(CellLine::line).containsExactlyElementsOf(numbers(lines));
        assertThat(found).extracting(CellLine::source).containsOnly(code);
    }

    private static List<Integer> numbers(String lines) {
        return Stream.of(lines.split(" ")).map(Integer::valueOf).toList();
    }
}
