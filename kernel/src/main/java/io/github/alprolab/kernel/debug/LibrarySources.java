package io.github.alprolab.kernel.debug;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Sources of libraries whose jar has one beside it that ends in {@code -sources.jar}. */
final class LibrarySources {
    private static final String BETWEEN = "!/";

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The path of a class's source, which {@link #text} then reads. */
    Optional<String> path(Class<?> type) {
        return jar(type)
                .map(jar -> Path.of(jar.toString().replaceAll("\\.jar$", "-sources.jar")))
                .filter(Files::isRegularFile)
                .map(jar -> jar + BETWEEN + entry(type))
                .filter(path -> known.contains(path) || read(path).isPresent())
                .map(
                        path -> {
                            known.add(path);
                            return path;
                        });
    }

    /** The source of a path; no other file is read. */
    Optional<String> text(String path) {
        return Optional.of(path).filter(known::contains).flatMap(LibrarySources::read);
    }

    private static Optional<Path> jar(Class<?> type) {
        CodeSource code = type.getProtectionDomain().getCodeSource();
        return Optional.ofNullable(code)
                .map(CodeSource::getLocation)
                .filter(place -> place.getProtocol().equals("file"))
                .map(place -> Path.of(URI.create(place.toString())))
                .filter(place -> place.toString().endsWith(".jar"));
    }

    private static String entry(Class<?> type) {
        return type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
    }

    private static Optional<String> read(String path) {
        String[] parts = path.split(BETWEEN, 2);
        try (ZipFile jar = new ZipFile(parts[0])) {
            ZipEntry entry = jar.getEntry(parts[1]);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(
                            new String(
                                    jar.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // as if there were none
        }
    }
}
