package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.MagicException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Files by IJava's simple patterns: {@code *} is any number of signs and {@code ?} one sign of a
 * name, a slash at the end means everything in that folder.
 */
public final class Globs {
    private Globs() {}

    /**
     * The files and folders that a pattern matches, sorted; relative ones belong to the working
     * folder.
     *
     * @throws MagicException where there is none
     */
    public static List<Path> find(String pattern) {
        String whole = pattern.endsWith("/") ? pattern + "*" : pattern;
        List<Path> found = isPattern(whole) ? matching(whole) : List.of(Path.of(whole));
        if (found.isEmpty() || !Files.exists(found.get(0))) {
            throw new MagicException(
                    "Nothing matches "
                            + pattern
                            + " from the folder "
                            + Path.of("").toAbsolutePath()
                            + "; give a file, a folder, or a pattern with * and ?.");
        }
        return found;
    }

    private static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static List<Path> matching(String pattern) {
        List<Path> now = List.of(Path.of(pattern.startsWith("/") ? "/" : ""));
        for (String name : pattern.split("/+")) {
            List<Path> next = new ArrayList<>();
            for (Path folder : now) {
                next.addAll(isPattern(name) ? inside(folder, name) : List.of(folder.resolve(name)));
            }
            now = next.stream().filter(Files::exists).toList();
        }
        return now;
    }

    private static List<Path> inside(Path folder, String pattern) {
        Path start = folder.toString().isEmpty() ? Path.of(".") : folder;
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        // Brackets and braces are letters in IJava's patterns.
        String escaped = pattern.replaceAll("[\\\\\\[\\]{}]", "\\\\$0");
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(start, escaped)) {
            entries.forEach(entry -> found.add(folder.resolve(entry.getFileName())));
        } catch (IOException e) {
            throw new MagicException(start + " cannot be read: " + e.getMessage(), e);
        }
        Collections.sort(found);
        return found;
    }
}
