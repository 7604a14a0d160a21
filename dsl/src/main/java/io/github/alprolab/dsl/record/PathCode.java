package io.github.alprolab.dsl.record;

import io.github.alprolab.alpro.setting.Code;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Paths in code that is kept: those inside the folder of runs move with it. */
public final class PathCode {
    private PathCode() {}

    /** {@code Runs.path("…")} inside the folder of runs, {@code Path.of("…")} elsewhere. */
    public static String of(Path path) {
        Path runs = absolute(RunStore.standard().root());
        Path there = absolute(path);
        return there.startsWith(runs)
                ? "Runs.path(" + Code.of(slashed(runs.relativize(there))) + ")"
                : "Path.of(" + Code.of(path.toString()) + ")";
    }

    /** Of two paths to one file the same. */
    public static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The same text on every system. */
    static String slashed(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
