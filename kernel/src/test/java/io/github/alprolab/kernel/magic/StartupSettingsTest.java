package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupSettingsTest {
    @TempDir Path folder;

    @Test
    void wellFormedVariablesAreTakenWithoutAWord() {
        StartupSettings settings =
                new StartupSettings(
                        Map.of(
                                "IJAVA_COMPILER_OPTS", "-parameters -Xlint:none",
                                "IJAVA_TIMEOUT", "30 SECONDS"));
        assertThat(settings.compilerOptions()).containsExactly("-parameters", "-Xlint:none");
        assertThat(settings.faults()).isEmpty();
        assertThat(new StartupSettings(Map.of("IJAVA_TIMEOUT", "-1")).faults()).isEmpty();
        assertThat(new StartupSettings(Map.of("IJAVA_TIMEOUT", "500")).faults()).isEmpty();
    }

    @Test
    void malformedVariablesAreNamedAndLeftOut() {
        StartupSettings settings =
                new StartupSettings(
                        Map.of("IJAVA_COMPILER_OPTS", "-nonsense", "IJAVA_TIMEOUT", "soon"));
        assertThat(settings.compilerOptions()).isEmpty();
        assertThat(settings.faults())
                .hasSize(2)
                .anyMatch(f -> f.startsWith("IJAVA_COMPILER_OPTS") && f.contains("-nonsense"))
                .anyMatch(f -> f.startsWith("IJAVA_TIMEOUT") && f.contains("30 SECONDS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--enable-preview", "--system none", "-source"})
    void optionsThatWouldFailEveryCellAreLeftOut(String options) {
        StartupSettings settings = new StartupSettings(Map.of("IJAVA_COMPILER_OPTS", options));
        assertThat(settings.compilerOptions()).isEmpty();
        assertThat(settings.faults())
                .singleElement()
                .asString()
                .contains(options, "javac refuses")
                .doesNotContain("Abort");
    }

    @Test
    void scriptsAndClassPathAreThereInTheFirstCell() throws Exception {
        Path script = Files.writeString(folder.resolve("init.jsh"), "int fromFile = 4;");
        Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("a.txt"), "hello");
        StartupSettings settings =
                new StartupSettings(
                        Map.of(
                                "IJAVA_STARTUP_SCRIPTS_PATH",
                                script.toString(),
                                "IJAVA_STARTUP_SCRIPT",
                                "int fromText = 5;",
                                "IJAVA_CLASSPATH",
                                folder + "/data"));
        try (JavaSession session = new JavaSession(List.of())) {
            Cells cells = new Cells(session, settings.limit());
            settings.apply(cells);
            assertThat(cells.run("fromFile + fromText", 1).value()).contains(9);
            Outcome resource =
                    cells.run(
                            "Thread.currentThread().getContextClassLoader().getResource(\"a.txt\") != null",
                            2);
            assertThat(resource.value()).contains(true);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aStatementThatTakesTooLongIsStoppedAndShortOnesAreNot() {
        StartupSettings settings = new StartupSettings(Map.of("IJAVA_TIMEOUT", "400"));
        try (JavaSession session = new JavaSession(List.of())) {
            Cells cells = new Cells(session, settings.limit());
            Outcome late = cells.run("int before = 1;\nwhile (true) { }\nint after = 2;", 1);
            assertThat(late.error()).get().extracting("name").isEqualTo("EvaluationTimeout");
            assertThat(cells.run("before", 2).value()).contains(1);
        }
    }
}
