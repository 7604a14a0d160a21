package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.magic.builtin.BuiltinMagics;
import io.github.alprolab.kernel.magic.builtin.Input;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellsTest {
    @TempDir Path folder;
    private final List<MimeBundle> shown = new ArrayList<>();
    private JavaSession session;
    private Cells cells;

    @BeforeAll
    void open() {
        session =
                new JavaSession(
                        List.of("java.util.*", "static io.github.alprolab.kernel.api.Notebook.*"));
        cells = new Cells(session, StatementLimit.none());
        BuiltinMagics.register(
                cells,
                session,
                () -> List.of(new Input(1, "int a;\nint b;", "")),
                value -> value instanceof StringBuilder ? 5_000_000 : 0);
        Notebook.connectKernel(cells);
        Notebook.connect(
                new Notebook.Screen() {
                    @Override
                    public MimeBundle render(Object value) {
                        return value instanceof MimeBundle bundle
                                ? bundle
                                : MimeBundle.plain(String.valueOf(value));
                    }

                    @Override
                    public void show(MimeBundle bundle, String displayId, boolean update) {
                        shown.add(bundle);
                    }
                });
    }

    @AfterAll
    void close() {
        session.close();
    }

    private Object value(String code) {
        Outcome outcome = cells.run(code, 7);
        assertThat(outcome.error()).as(code).isEmpty();
        return outcome.value().orElse(null);
    }

    private CellError error(String code) {
        return cells.run(code, 7)
                .error()
                .orElseThrow(() -> new AssertionError("no error: " + code));
    }

    private String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String lastShown() {
        return String.valueOf(shown.get(shown.size() - 1).data().get("text/plain"));
    }

    @Test
    void timeSaysHowLongAndGivesTheValue() {
        assertThat(printed(() -> assertThat(value("%time 40 + 2")).isEqualTo(42)))
                .contains("Wall time: ");
        assertThat(printed(() -> assertThat(value("%%time\nint t = 6;\nt * 7")).isEqualTo(42)))
                .contains("Wall time: ");
        assertThat(printed(() -> assertThat(value("int u = %time 3 * 4\nu")).isEqualTo(12)))
                .contains("Wall time: ");
    }

    @Test
    void errorsOfCodeInMagicsNameTheCellsLine() {
        String body = String.join("\n", error("%%time\nint ok = 1;\nint z = ok / 0;").traceback());
        assertThat(body).contains("line 3", "--> 3 | int z = ok / 0;");
        String line = String.join("\n", error("int k = 0;\n%time 1 / k").traceback());
        assertThat(line).contains("line 2", "--> 2 | %time 1 / k");
        String after = String.join("\n", error("%who\nint q = missing;").traceback());
        assertThat(after).contains("line 2");
    }

    @Test
    void anUnknownMagicIsAnErrorWithANearNameAndTheList() {
        CellError error = error("int a = 1;\n%histroy");
        assertThat(error.value()).contains("did you mean %history?", "classpath", "vars");
        assertThat(String.join("\n", error.traceback())).contains("line 2", "--> 2 | %histroy");
        assertThat(error("var x = %nothing a").value()).contains("There is no magic %nothing");
    }

    @Test
    void aCellMagicBelowCodeIsRefusedInWords() {
        assertThat(error("int a = 1;\n%%time\na").value()).contains("first line");
        assertThat(error("%%who\nint a;").value()).contains("one percent sign");
    }

    @Test
    void loadRunsScriptsAndNotebooksWithTheirMagics() throws Exception {
        Path script =
                Files.writeString(
                        folder.resolve("util.jsh"), "int twice(int x) {\n  return 2 * x;\n}");
        Files.writeString(
                folder.resolve("book.ipynb"),
                """
                {"cells": [
                  {"cell_type": "markdown", "source": ["# no code"]},
                  {"cell_type": "code", "source": ["%%load\\n"], "outputs": []},
                  {"cell_type": "code", "source": "twice(21)"}]}
                """
                        .replace("%%load", "%load " + script));
        assertThat(value("%load " + folder + "/book")).isEqualTo(42);
        assertThat(value("var n = %load " + folder + "/book.ipynb\nn")).isEqualTo(42);
        Files.writeString(folder.resolve("bad.jsh"), "int fine = 1;\nint bad = 1 / 0;");
        String text = String.join("\n", error("%load " + folder + "/bad").traceback());
        assertThat(text).contains("bad.jsh", "--> 2 | int bad = 1 / 0;");
        Path self = folder.resolve("self.jsh");
        Files.writeString(self, "%load " + self);
        assertThat(error("%load " + self).value()).contains("load itself");
        assertThat(error("%load nowhere").value()).contains("nowhere");
    }

    @Test
    void filesThatCannotBeLoadedAreNamedInWords() throws Exception {
        Path python =
                Files.writeString(
                        folder.resolve("python.ipynb"),
                        """
                        {"cells": [], "metadata": {"language_info": {"name": "python"}}}""");
        assertThat(error("%load " + python).value()).contains("python.ipynb", "of python");
        Path half = Files.writeString(folder.resolve("half.ipynb"), "{\"cells\": [");
        assertThat(error("%load " + half).value()).contains("half.ipynb", "JSON", "line 1");
        Path latin = Files.write(folder.resolve("latin.jsh"), new byte[] {'"', (byte) 0xe9, '"'});
        assertThat(error("%load " + latin).value()).contains("latin.jsh", "UTF-8");
        Path marked = Files.writeString(folder.resolve("marked.jsh"), "\ufeff6 * 7");
        assertThat(value("%load " + marked)).isEqualTo(42);
    }

    @Test
    void aFileThatLoadsItselfIsNamedOnce() throws Exception {
        Path self = folder.resolve("own.jsh");
        Files.writeString(self, "%load " + self);
        assertThat(error("%load " + self).traceback())
                .filteredOn(line -> line.contains("which %load runs"))
                .hasSize(1);
    }

    @Test
    void aFileThatIsNoJarIsRefusedAndLaterCellsRun() throws Exception {
        Path broken = Files.createFile(folder.resolve("broken file.jar"));
        for (String magic : List.of("%jars", "%classpath")) {
            assertThat(error(magic + " \"" + broken + '"').value())
                    .contains("broken file.jar", "cannot be read as a jar");
        }
        assertThat(value("6 * 7")).isEqualTo(42);
    }

    @Test
    void aFolderStandsForItsJars() throws Exception {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Files.createFile(jars.resolve("README"));
        assertThat(error("%jars " + jars).value()).contains("Nothing matches");
        try (var jar = new JarOutputStream(Files.newOutputStream(jars.resolve("a.jar")))) {
            jar.putNextEntry(new ZipEntry("a.properties"));
        }
        assertThat(value("var added = %jars " + jars + "\nadded"))
                .isEqualTo(List.of(jars.resolve("a.jar").toString()));
    }

    @Test
    void variablesAreListedWithTypesValuesAndMemory() {
        value("int[] numbers = new int[1_000_000]; String word = \"<b>\"; Object none = null;");
        assertThat(printed(() -> value("%who"))).contains("numbers", "word", "none");
        value("%vars");
        assertThat(lastShown()).contains("int[]", "word", "<b>", "null");
        assertThat(String.valueOf(shown.get(shown.size() - 1).data().get("text/html")))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
        value("%memory");
        assertThat(lastShown())
                .containsPattern("numbers +int\\[\\] +4.0 MB")
                .contains("Heap in use")
                .doesNotContain("engine");
        value(
                "record Holder(StringBuilder text) {}\nvar holder = new Holder(new StringBuilder());\n%memory");
        assertThat(lastShown()).contains("engine").containsPattern("holder +Holder +.* 5.0 MB");
        value("holder = null;");
    }

    @Test
    void helpIsThereForEachMagic() {
        value("%magics");
        String list = lastShown();
        for (var magic : cells.magics()) {
            assertThat(list).contains("%" + magic.name());
            assertThat(printed(() -> value("%help " + magic.name()))).contains(magic.help());
            assertThat(printed(() -> value("%" + magic.name() + "?"))).contains(magic.help());
        }
    }

    @Test
    void historyAndEnvironmentArePrinted() {
        assertThat(printed(() -> value("%history 5"))).isEqualTo("1: int a;\n   int b;\n");
        assertThat(error("%history all").value()).contains("number");
        assertThat(error("%env A=b").value()).contains("cannot change its environment");
    }

    @Test
    void cellsRegisterMagicsAndCallThemAsFunctions() {
        value(
                "getKernelInstance().getMagics().registerLineMagic(\"shout\", a -> a.get(0).toUpperCase());");
        value(
                "getKernelInstance().getMagics().registerCellMagic(\"shout\", (a, body) -> body.length());");
        assertThat(value("String s = %shout hello\ns")).isEqualTo("HELLO");
        assertThat(value("String t = lineMagic(\"shout\", List.of(\"a b\")); t")).isEqualTo("A B");
        assertThat(value("int n = cellMagic(\"shout\", List.of(), \"abc\"); n")).isEqualTo(3);
        assertThat(value("(int) eval(\"1 + 2\") + 3")).isEqualTo(6);
        assertThat(error("eval(\"missing\")").value()).contains("missing");
        assertThatThrownBy(() -> cells.getMagics().call(MagicCall.line("shot", "x")))
                .hasMessageContaining("did you mean %shout?");
    }

    @Test
    void textIsShownByTheTypesAskedFor() {
        value("display(\"<b>x</b>\", \"text/html\", \"text/markdown\");");
        assertThat(shown.get(shown.size() - 1).data())
                .containsEntry("text/html", "<b>x</b>")
                .containsEntry("text/markdown", "<b>x</b>")
                .containsEntry("text/plain", "<b>x</b>");
        assertThat(((MimeBundle) value("render(42, \"text/html\")")).data())
                .containsOnlyKeys("text/plain");
        assertThat(error("display(\"{\", \"application/json\")").value()).contains("not JSON");
    }

    @Test
    void anInterruptedMagicEndsAndTheNextCellRuns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        cells.getMagics()
                .registerLineMagic(
                        "wait",
                        a -> {
                            begun.countDown();
                            Thread.sleep(60_000);
                            return 1;
                        });
        FutureTask<Void> stopping =
                new FutureTask<>(
                        () -> {
                            begun.await();
                            cells.interrupt();
                            return null;
                        });
        new Thread(stopping).start();
        CellError error = error("%wait");
        stopping.get();
        assertThat(error.name()).isEqualTo("java.lang.InterruptedException");
        assertThat(value("1 + 1")).isEqualTo(2);
    }
}
