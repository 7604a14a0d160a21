package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.session.JavaSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class CellPartsTest {
    private static final Set<String> MAGICS = Set.of("time", "load", "vars", "jars", "maven");
    private static JavaSession session;

    @BeforeContainer
    static void open() {
        session = new JavaSession(List.of("java.util.*"));
        session.run("int b = 3; int vars = 2;", 1);
    }

    @AfterContainer
    static void close() {
        session.close();
    }

    private static CellParts parts(String code) {
        return CellParts.of(code, MAGICS::contains, new JavaGrammar(session));
    }

    private static List<String> magics(String code) {
        List<String> found = new ArrayList<>();
        for (CellParts.Part part : parts(code).parts()) {
            if (part instanceof CellParts.Call call) {
                found.add(call.line() + ":" + call.call().name() + " " + call.call().text());
            }
        }
        return found;
    }

    @Example
    void aMagicStandsOnALineOfItsOwn() {
        assertThat(magics("%vars")).containsExactly("1:vars ");
        assertThat(magics("int x = 1;\n  %time work();\nx")).containsExactly("2:time work();");
        assertThat(magics("class A {}\n%maven a:b:1")).containsExactly("2:maven a:b:1");
        assertThat(magics("%jars a\n%jars b")).containsExactly("1:jars a", "2:jars b");
        assertThat(magics("// first\n\n%vars")).containsExactly("3:vars ");
    }

    @Example
    void aMagicFollowsCodeThatHasNoSemicolon() {
        assertThat(magics("int x = 5\n%time work()")).containsExactly("2:time work()");
        assertThat(magics("x()\n%load other.jsh")).containsExactly("2:load other.jsh");
    }

    @Example
    void aRemainderIsNoMagic() {
        for (String code :
                List.of(
                        "int a = 7;\nint c = a\n  %b;",
                        "a\n%b",
                        "int c = a\n% b;",
                        "foo(a\n   %b)",
                        "int vars = 2; int c = 5\n%vars;",
                        "int c = 5\n%vars;", // declared by an earlier cell
                        "a %= b;",
                        "int y = switch (a) { default -> 5; }\n%b;",
                        "x -> {\n  return x\n  %b;\n}")) {
            assertThat(parts(code).parts()).as(code).containsExactly(new CellParts.Java(code));
        }
    }

    @Example
    void aValueOfAMagicIsACallInItsPlace() {
        assertThat(parts("List<String> x = %jars \"a b\" c.jar;\nx").parts())
                .containsExactly(
                        new CellParts.Java(
                                "List<String> x = lineMagic(\"jars\", \"\\\"a b\\\" c.jar\");\nx"));
    }

    @Example
    void aMagicInsideABlockIsACallInItsPlace() {
        assertThat(parts("for (int i = 0; i < 3; i++) {\n  %load x\n}").parts())
                .containsExactly(
                        new CellParts.Java(
                                "for (int i = 0; i < 3; i++) {\n  lineMagic(\"load\", \"x\");\n}"));
    }

    @Example
    void javaKeepsItsLines() {
        assertThat(parts("int a = 1;\n%vars\nint b = 2;\n%time a\nint c = 3;").parts())
                .filteredOn(CellParts.Java.class::isInstance)
                .containsExactly(
                        new CellParts.Java("int a = 1;\n"),
                        new CellParts.Java("\n\nint b = 2;\n"),
                        new CellParts.Java("\n\n\n\nint c = 3;"));
    }

    @Example
    void aCellMagicTakesAllLinesBelow() {
        CellParts parts = parts("\n%%loadFromPOM test  compile\n<dependency/>\n%no");
        assertThat(parts.parts()).hasSize(1);
        CellParts.Call call = (CellParts.Call) parts.parts().get(0);
        assertThat(call.line()).isEqualTo(2);
        assertThat(call.call().arguments()).containsExactly("test", "compile");
        assertThat(call.call().body()).contains("<dependency/>\n%no");
    }

    @Example
    void aQuestionMarkAsksForHelp() {
        assertThat(magics("%maven?")).containsExactly("1:help maven");
        assertThat(magics("%%time?")).containsExactly("1:help time");
        assertThat(magics("int a = 1;\n%maven?")).containsExactly("2:help maven");
    }

    /** Java with percent signs where no magic is, first on a line wherever that can be. */
    @Provide
    Arbitrary<String> javaWithPercents() {
        Arbitrary<String> name = Arbitraries.of("time", "load", "b", "maven", "unknown");
        Arbitrary<String> piece =
                name.flatMap(
                        n ->
                                Arbitraries.of(
                                        "String s = \"x = %" + n + "\";",
                                        "String s = \"\\\"\"; String t = \"= %" + n + " \\\\\";",
                                        "String s = \"\"\"\n    %"
                                                + n
                                                + " a\n    = %"
                                                + n
                                                + "\\\"\"\"\"",
                                        "char c = '%'; char d = '\"'; char e = '\\'';",
                                        "// = %" + n,
                                        "/* first\n%" + n + " x\n= %" + n + "\n*/",
                                        "int r = 17 %b;",
                                        "int r = 17\n  % b;",
                                        "int r = (17\n  %b);",
                                        "int r = 17 /* half */ %\n b;",
                                        "void f() {\n  int r = 9\n    %b;\n}",
                                        "r %= b;"));
        return piece.list().ofMinSize(1).ofMaxSize(6).map(all -> String.join("\n", all));
    }

    @Property(tries = 300)
    void javaIsLeftAsItIs(@ForAll("javaWithPercents") String code) {
        String ended = code.replace("\"\"\"\"\n", "\"\"\"\";\n");
        assertThat(parts(ended).parts()).containsExactly(new CellParts.Java(ended));
        assertThat(parts(ended).masked()).isEqualTo(ended);
    }

    @Property(tries = 200)
    void magicsBetweenStatementsAreFoundAndMasked(@ForAll("javaWithPercents") String code) {
        String ended = code.replace("\"\"\"\"\n", "\"\"\"\";\n") + "\nint last = 1;";
        String cell = "%vars\n" + ended + "\n%time work(\"a\n" + "int more = 2;";
        int line = 2 + (int) ended.lines().count();
        assertThat(magics(cell)).containsExactly("1:vars ", line + ":time work(\"a");
        String masked = parts(cell).masked();
        assertThat(masked).hasSameSizeAs(cell);
        assertThat(masked.lines().toList().get(0)).isBlank();
        assertThat(masked).endsWith("\nint more = 2;");
    }

    @Property(tries = 500)
    void noTextFails(@ForAll String text) {
        assertThat(parts(text).masked()).hasSameSizeAs(text);
        assertThat(parts("x = %" + text).masked()).hasSameSizeAs("x = %" + text);
    }
}
