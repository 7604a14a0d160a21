package io.github.alprolab.alpro.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The project's pages and Java sources, as text. */
final class ProjectSources {
    private static final Path ROOT = Path.of("..");

    private ProjectSources() {}

    /** A page of {@code docs}. */
    static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
    }

    /**
     * Every Java source of every module by the name of its class; two of one name stand together.
     */
    static Map<String, String> byClass() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java")) {
                        sources.merge(
                                name.replace(".java", ""), Files.readString(file), String::concat);
                    }
                }
            }
        }
        return sources;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(f -> f.resolve("src")).filter(Files::isDirectory).toList();
        }
    }
}
