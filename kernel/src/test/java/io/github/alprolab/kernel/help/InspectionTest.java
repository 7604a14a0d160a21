package io.github.alprolab.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.session.JavaSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Shift-Tab shows; a bar marks the cursor. */
class InspectionTest {
    private static final String SCHEDULE = "io.github.alprolab.kernel.help.Schedule";

    @TempDir static Path folder;
    private static JavaSession session;
    private static Assistant assistant;

    @BeforeAll
    static void open() throws IOException {
        Map<String, String> comments =
                Map.of(
                        SCHEDULE,
                        " A plan.\n @param epochs passes over the data\n",
                        SCHEDULE + "#epochs(int)",
                        " Sets the passes.\n @param count at least 1\n",
                        SCHEDULE + "#all(Course[])",
                        " Takes all.",
                        SCHEDULE + ".Start#epochs(int)",
                        " Begins.",
                        SCHEDULE + ".Course#LINEAR",
                        " Down to zero.",
                        SCHEDULE + ".Course",
                        " A course.");
        Path index = folder.resolve(JavadocIndex.RESOURCE);
        Files.createDirectories(index.getParent());
        new ObjectMapper().writeValue(index.toFile(), comments);
        session = new JavaSession(List.of("java.util.*", SCHEDULE));
        session.addToClassPath(folder);
        session.run("var plan = Schedule.once();", 1);
        session.run("var start = Schedule.begin();", 2);
        session.run("int twice(int number) { return 2 * number; }", 3);
        assistant = new Assistant(session, List.of(), List.of(), UnaryOperator.identity());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static Optional<MimeBundle> inspect(String marked) {
        return assistant.inspect(marked.replace("|", ""), marked.indexOf('|'));
    }

    private static String text(String marked) {
        return (String)
                inspect(marked)
                        .orElseThrow(() -> new AssertionError("no help at " + marked))
                        .data()
                        .get("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan.epochs|",
                "plan.ep|ochs(3)",
                "plan.|epochs(3)",
                "plan.epochs|(3)",
                "plan.epochs(|3)",
                "plan.epochs(3|)",
                "plan.epochs(|)",
                "plan.epochs(3)|",
                "plan.epochs(3); |",
                "var p = plan\n    .epochs(3|)\n    .course(null);",
                "int x = 1;\nplan.epochs(|x)",
                "import java.io.*;\nplan.epochs(|3)",
                "plan.edit(p -> p.epochs(|"
            })
    void aMethodIsExplainedFromEveryPlaceOnInAndBehindIt(String marked) {
        assertThat(text(marked))
                .contains("epochs(int count)", "Sets the passes.", "count – at least 1");
    }

    @Test
    void theNameUnderTheCursorComesBeforeTheCallAroundIt() {
        assertThat(text("plan.course(Schedule.Course.LIN|EAR)")).contains("Down to zero.");
        assertThat(text("plan.epochs(pl|an.epochs())")).contains("A plan.");
        assertThat(text("plan.epochs(\"text|\")")).contains("Sets the passes.");
    }

    @Test
    void typesVariablesAndMethodsOfCellsAreExplained() {
        assertThat(text("Sched|ule.once()")).contains("Schedule", "A plan.");
        assertThat(text("pl|an")).startsWith("plan:").contains("A plan.");
        assertThat(text("Schedule.Course|")).contains("A course.");
        assertThat(text("twi|ce(2)")).isEqualTo("int twice(int number)");
        assertThat(text("plan.all(|")).contains("Takes all.");
        assertThat(text("start.epochs(|")).contains("Begins.");
    }

    @Test
    void allOverloadsAreShownAndABoundIsKept() {
        assertThat(text("Math.max|(1, 2)")).contains("int Math.max(int", "double Math.max(double");
        assertThat(text("String.format|")).contains("Locale");
    }

    @Test
    void theSameIsThereAsHtml() {
        Map<String, Object> data = inspect("plan.epochs(|").orElseThrow().data();
        assertThat((String) data.get("text/html"))
                .contains("<pre><code>Schedule Schedule.epochs(int count)</code></pre>")
                .contains("<code>count</code> – at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "12|", "// plan.epochs|", "nothing.at|all", "\"text|\""})
    void whereThereIsNothingToSayNothingIsSaid(String marked) {
        assertThat(inspect(marked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.epochs?", "?plan.epochs", "plan.epochs??", " plan.epochs(3) ? "})
    void aQuestionMarkAsksToo(String cell) {
        assertThat(assistant.answer(cell).orElseThrow().data().get("text/plain").toString())
                .contains("Sets the passes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ? b : c", "plan.epochs(1);", "x = a ?\n b : c", "// why?\n1 + 1"})
    void otherCellsAskNothing(String cell) {
        assertThat(assistant.answer(cell)).isEmpty();
    }

    @Test
    void whatIsUnknownIsSaidToBe() {
        assertThat(assistant.answer("nobody?").orElseThrow().data().get("text/plain"))
                .isEqualTo("There is no help on nobody.");
    }

    /** JShell reads {@code lib/src.zip} of this property; Debian's JDK comes without the file. */
    @Test
    void commentsOfTheJdkComeFromItsSources() throws IOException {
        String home = System.getProperty("java.home");
        Path lib = Files.createDirectories(folder.resolve("jdk/lib"));
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(lib.resolve("src.zip")))) {
            add(
                    zip,
                    "java.base/java/lang/Object.java",
                    "package java.lang; public class Object {}");
            add(
                    zip,
                    "java.base/java/util/UUID.java",
                    "package java.util; public final class UUID { /** Draws one. */"
                            + " public static UUID randomUUID() { return null; } }");
        }
        try (JavaSession own = new JavaSession(List.of("java.util.*"))) {
            Assistant helper = new Assistant(own, List.of(), List.of(), UnaryOperator.identity());
            System.setProperty("java.home", folder.resolve("jdk").toString());
            String code = "UUID.randomUUID(";
            assertThat(helper.inspect(code, code.length()).orElseThrow().data().get("text/plain"))
                    .isEqualTo("UUID UUID.randomUUID()\n\nDraws one.");
        } finally {
            System.setProperty("java.home", home);
        }
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes());
        zip.closeEntry();
    }

    @Test
    void aRecordsHeaderIsNotShownTwice() {
        assertThat(Signature.withoutRecordHeader("Point(int x, int y)(int x, int y)"))
                .isEqualTo("Point(int x, int y)");
        assertThat(Signature.withoutRecordHeader("int Point(int x, int y).x()"))
                .isEqualTo("int Point.x()");
    }
}
