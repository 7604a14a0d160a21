package io.github.alprolab.kernel.debug;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names by which front ends and the kernel speak of cells: a hash of the code between a prefix
 * and a suffix. No file of such a name is written.
 */
final class CellPaths {
    /** Any number; front ends are told it. */
    static final int SEED = 0x616c7072;

    static final String SUFFIX = ".java";
    static final String PREFIX =
            System.getProperty("java.io.tmpdir")
                    + File.separator
                    + "alprolab-cells"
                    + File.separator;

    private final Map<String, String> code = new ConcurrentHashMap<>();
    private final Map<String, String> paths = new ConcurrentHashMap<>();

    /** The path of code, which {@link #code} then knows. */
    String path(String cell) {
        return paths.computeIfAbsent(cell, this::made);
    }

    private String made(String cell) {
        String path = PREFIX + Murmur2.of(cell, SEED) + SUFFIX;
        code.putIfAbsent(path, cell);
        return path;
    }

    /** The code of a path. */
    Optional<String> code(String path) {
        return Optional.ofNullable(code.get(path));
    }
}
