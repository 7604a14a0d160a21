package io.github.alprolab.datasets;

import java.nio.file.Path;

/** A path as Java source. */
public final class PathText {
    private PathText() {}

    /** Such as {@code Path.of("videos")}. */
    public static String of(Path path) {
        String text = path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return "Path.of(\"" + text + "\")";
    }
}
