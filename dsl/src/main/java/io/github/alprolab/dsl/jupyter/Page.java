package io.github.alprolab.dsl.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the DSL's widgets. */
final class Page {
    private Page() {}

    /** A module of ECMAScript beside this class. */
    static String script(String file) {
        return read(file);
    }

    /** The style sheet of all of them. */
    static String style() {
        return read("widgets.css");
    }

    private static String read(String file) {
        try (InputStream in = Page.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the DSL's jar", e);
        }
    }
}
