package io.github.alprolab.dsl.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The theme of pictures that cannot follow their page. */
class NotebookThemeTest {
    private static final String DARK = "{ \"theme\": \"JupyterLab Dark\" }";

    @TempDir Path home;

    private Theme theme(Map<String, String> environment) {
        return NotebookTheme.of(environment, home);
    }

    private static void write(Path settings, String text) throws IOException {
        Path file = settings.resolve("@jupyterlab/apputils-extension/themes.jupyterlab-settings");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void withoutSettingsItIsLight() {
        assertThat(theme(Map.of())).isEqualTo(Theme.LIGHT);
    }

    @Test
    void itIsThatOfJupyterLabsSettings() throws IOException {
        write(home.resolve(".jupyter/lab/user-settings"), DARK);

        assertThat(theme(Map.of())).isEqualTo(Theme.DARK);
    }

    @Test
    void theSettingsMayLieElsewhere() throws IOException {
        write(home.resolve("a"), DARK);
        write(home.resolve("b/lab/user-settings"), DARK);

        assertThat(theme(Map.of("JUPYTERLAB_SETTINGS_DIR", home.resolve("a").toString())))
                .isEqualTo(Theme.DARK);
        assertThat(theme(Map.of("JUPYTER_CONFIG_DIR", home.resolve("b").toString())))
                .isEqualTo(Theme.DARK);
    }

    @Test
    void whatTheVariableSaysCounts() throws IOException {
        write(home.resolve(".jupyter/lab/user-settings"), DARK);

        assertThat(theme(Map.of("ALPROLAB_THEME", "light"))).isEqualTo(Theme.LIGHT);
        assertThat(theme(Map.of("ALPROLAB_THEME", "Dark"))).isEqualTo(Theme.DARK);
        assertThat(theme(Map.of("ALPROLAB_THEME", "pink"))).isEqualTo(Theme.DARK);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{ \"theme\": \"JupyterLab Light\" } | LIGHT",
                "{ \"theme\": \"JupyterLab Dark High Contrast\" } | DARK",
                "{ // \"theme\": \"JupyterLab Dark\" | LIGHT",
                "{ /* \"theme\": \"JupyterLab Dark\" */ } | LIGHT",
                "{ \"theme\": \"JupyterLab Dark\", \"adaptive-theme\": true } | LIGHT",
                "{ \"adaptive-theme\": false, \"theme\": \"JupyterLab Dark\" } | DARK",
                "not settings at all | LIGHT"
            })
    void itIsReadAsJupyterLabReadsIt(String settings, Theme expected) throws IOException {
        write(home.resolve(".jupyter/lab/user-settings"), settings);

        assertThat(theme(Map.of())).isEqualTo(expected);
    }
}
