package io.github.alprolab.kernel.api.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the kernel's own widgets. */
final class Pages {
    private Pages() {}

    /** A module of ECMAScript beside this class. */
    static String script(String file) {
        return read(file);
    }

    /** The style sheet of all of them, which follows JupyterLab's theme. */
    static String style() {
        return read("widgets.css");
    }

    private static String read(String file) {
        try (InputStream in = Pages.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the kernel's jar", e);
        }
    }
}
