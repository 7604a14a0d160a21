package io.github.alprolab.dsl.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The theme of pictures that cannot follow their page by themselves, such as filmstrips: that of
 * the variable ALPROLAB_THEME, or the one JupyterLab has in its settings, or light.
 */
final class NotebookTheme {
    /** The variable: "light" or "dark". */
    private static final String VARIABLE = "ALPROLAB_THEME";

    private static final String FILE = "@jupyterlab/apputils-extension/themes.jupyterlab-settings";

    /** A comment, or a setting; the file may hold both. */
    private static final Pattern SETTING =
            Pattern.compile(
                    "//.*|(?s:/\\*.*?\\*/)|\"(theme|adaptive-theme)\"\\s*:\\s*\"?([^\",\\n}]*)");

    private NotebookTheme() {}

    /** Now, in this process. */
    static Theme current() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Theme of(Map<String, String> environment, Path home) {
        String said = environment.getOrDefault(VARIABLE, "").toLowerCase(Locale.ROOT);
        if (said.equals("light") || said.equals("dark")) {
            return said.equals("dark") ? Theme.DARK : Theme.LIGHT;
        }
        return settings(folder(environment, home).resolve(FILE))
                .filter(NotebookTheme::dark)
                .map(s -> Theme.DARK)
                .orElse(Theme.LIGHT);
    }

    private static Path folder(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("JUPYTERLAB_SETTINGS_DIR", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String configuration = environment.getOrDefault("JUPYTER_CONFIG_DIR", "");
        Path jupyter = configuration.isEmpty() ? home.resolve(".jupyter") : Path.of(configuration);
        return jupyter.resolve("lab").resolve("user-settings");
    }

    private static Optional<String> settings(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            // A theme is no reason to show no figure.
            return Optional.empty();
        }
    }

    /** Where JupyterLab follows the system, its theme is not known. */
    private static boolean dark(String settings) {
        String theme = "";
        Matcher found = SETTING.matcher(settings);
        while (found.find()) {
            if ("adaptive-theme".equals(found.group(1)) && found.group(2).startsWith("true")) {
                return false;
            }
            theme = "theme".equals(found.group(1)) ? found.group(2) : theme;
        }
        return theme.toLowerCase(Locale.ROOT).contains("dark");
    }
}
