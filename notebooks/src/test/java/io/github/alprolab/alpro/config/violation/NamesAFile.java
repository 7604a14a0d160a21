package io.github.alprolab.alpro.config.violation;

import java.nio.file.Path;

/** Breaks the rule that configurations need no files, to prove that the rule sees it. */
public final class NamesAFile {
    private NamesAFile() {}

    public static String text(Path value) {
        return value.toString();
    }
}
