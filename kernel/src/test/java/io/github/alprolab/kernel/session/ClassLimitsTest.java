package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells of which no class can be made: one error each, and the session stays whole. */
class ClassLimitsTest {
    private static final String LONG = "\"" + "a".repeat(70_000) + "\"";
    private static final String TEXTS = "texts and names of at most 65,535 bytes in UTF-8";
    private static final String CODE = "65,535 bytes of compiled code";

    private final JavaSession session = new JavaSession(List.of("java.util.*"));

    @AfterEach
    void close() {
        session.close();
    }

    static List<Arguments> tooMuch() {
        return List.of(
                Arguments.of(
                        "String s = " + LONG + ";", TEXTS + ", and here is one of 70,000 bytes"),
                Arguments.of(LONG + ".length()", "one of 70,000 bytes"),
                Arguments.of("System.out.println(" + LONG + ");", "one of 70,000 bytes"),
                Arguments.of("String s() { return " + LONG + "; }", "one of 70,000 bytes"),
                Arguments.of("class S { String s = " + LONG + "; }", "one of 70,000 bytes"),
                Arguments.of("var s = \"" + "é€".repeat(15_000) + "\";", "one of 75,000 bytes"),
                Arguments.of(
                        "var s = \"\"\"\n" + "aé".repeat(30_000) + "\"\"\";",
                        "one of 90,000 bytes"),
                Arguments.of(
                        "var s = \""
                                + "a".repeat(40_000)
                                + "\"\n + \""
                                + "b".repeat(40_000)
                                + "\";",
                        "one of 80,000 bytes"),
                Arguments.of(
                        "class S { static final String A = \""
                                + "a".repeat(60_000)
                                + "\"; static final String B = A + A; }",
                        TEXTS),
                Arguments.of("int " + "a".repeat(70_000) + " = 1;", TEXTS),
                Arguments.of("int[] s = {" + numbers(20_000) + "};", CODE),
                Arguments.of(
                        "int s(int n) { int[] a = {" + numbers(20_000) + "}; return a[n]; }", CODE),
                Arguments.of("class S { " + fields(70_000) + " }", "65,535 names and constants"),
                Arguments.of("Object s = new int" + "[1]".repeat(300) + ";", "255 dimensions"),
                Arguments.of("new int" + "[1]".repeat(300), "255 dimensions"),
                Arguments.of(
                        "void s(" + numbers(300).replaceAll("\\d+", "int a$0") + ") {}",
                        "255 parameters"));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatNoClassFileHoldsIsOneErrorAndTheSessionStaysWhole(String code, String said) {
        session.run("int before = 3;", 1);
        CellError error = session.run(code, 2).error().orElseThrow();

        assertThat(error.name()).isEqualTo("CompileError");
        assertThat(error.value()).contains(said);
        assertThat(String.join("\n", error.plain()))
                .containsOnlyOnce("error: ")
                .contains("cell 2, line")
                .hasSizeLessThan(1500);
        assertThat(session.run("before + 1", 3).value()).contains(4);
        session.run("int s = 5; int t() { return s + before; }", 4);
        assertThat(session.run("t()", 5).value()).contains(8);
    }

    @Test
    void aVariableKeepsItsValueWhereATextForItIsTooLong() {
        session.run("String s = \"short\";", 1);
        session.run("String s = " + LONG + ";", 2);

        assertThat(session.run("s", 3).value()).contains("short");
        assertThat(session.run("String s = \"" + "a".repeat(65_534) + "\"; s.length()", 4).value())
                .contains(65_534);
    }

    @Test
    void theLineOfAnErrorIsShownAroundWhatIsMeant() {
        List<String> lines =
                session.run("/* " + "-".repeat(300) + " */ String s = " + LONG + ";", 1)
                        .error()
                        .orElseThrow()
                        .plain();

        assertThat(lines.get(1).lines().toList().get(1)).startsWith("  …-").endsWith("a…");
        assertThat(lines.get(1).indexOf("\"aaa") - lines.get(1).indexOf("  …"))
                .isEqualTo(lines.get(1).indexOf("^") - lines.get(1).lastIndexOf("\n") - 1);
    }

    @Test
    void aMethodThatHasNoRoomForStopChecksRunsWithoutThem() {
        session.run(
                "int loops(int i) { " + "for (; i < 3; i++);".repeat(5_200) + " return i; }", 1);

        assertThat(session.run("loops(0)", 2).value()).contains(3);
    }

    @Test
    void codeThatIsNestedTooDeeplyIsOneErrorAndTheSessionStaysWhole() {
        session.run("int before = 3;", 1);
        String deep = "(".repeat(50_000) + "1" + ")".repeat(50_000);

        assertThat(session.run("int s = " + deep + ";", 2).error().orElseThrow().value())
                .startsWith("The code is nested too deeply for the compiler.");
        assertThat(session.run("int s = before + 1; s", 3).value()).contains(4);
    }

    @Test
    void aClassThatTheJvmDoesNotTakeIsOneErrorAndTheSessionStaysWhole(@TempDir Path folder)
            throws IOException, ClassNotFoundException {
        compile(folder, "public final class Base {}");
        session.addToClassPath(folder);
        Class.forName("added.Base", true, session.loader());
        compile(folder, "public class Base {}");

        CellError error = session.run("class Sub extends added.Base {}", 2).error().orElseThrow();
        assertThat(error.name()).isEqualTo("java.lang.IncompatibleClassChangeError");
        assertThat(error.value())
                .contains("does not take this compiled cell", "restart the kernel");
        assertThat(session.run("class Sub {} ; new Sub() != null", 3).value()).contains(true);
    }

    private static void compile(Path folder, String source) throws IOException {
        Path file = Files.createDirectories(folder.resolve("added")).resolve("Base.java");
        Files.writeString(file, "package added; " + source);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString());
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "int a" + i + ";")
                .collect(Collectors.joining());
    }
}
