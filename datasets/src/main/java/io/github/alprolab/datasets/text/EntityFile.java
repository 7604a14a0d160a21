package io.github.alprolab.datasets.text;

import io.github.alprolab.datasets.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The published file of entities: "noun count" a line, most frequent first (docs/method.md section
 * 4.3). The noun is what stands before the first space.
 */
public final class EntityFile {
    private EntityFile() {}

    /**
     * Reads a list. What follows the noun is its count where it is a whole number; otherwise the
     * count is not known, which is 0: the published code does not look at it.
     *
     * @throws IllegalArgumentException at a line that is blank, begins with a space, or repeats a
     *     noun; names file and line
     * @throws UncheckedIOException when the file cannot be read
     */
    public static List<EntityCount> read(Path file) {
        List<EntityCount> entities = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String[] parts = line.split("\\s", 2);
            if (parts[0].isEmpty() || !seen.add(parts[0])) {
                throw new IllegalArgumentException(
                        "entity file %s, row %d, column 1: %s; every line is a noun of its own, a space and its count"
                                .formatted(
                                        file,
                                        number,
                                        parts[0].isEmpty()
                                                ? "no noun"
                                                : "\"" + parts[0] + "\" a second time"));
            }
            entities.add(new EntityCount(parts[0], parts.length < 2 ? 0 : count(parts[1])));
        }
        return entities;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("entity file " + file + " cannot be read", e);
        }
    }

    private static long count(String text) {
        return text.strip().matches("\\d{1,18}") ? Long.parseLong(text.strip()) : 0;
    }

    /**
     * Writes a list, whole or not at all.
     *
     * @throws IllegalArgumentException when a name holds white space, which the format cannot say
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void write(Path file, List<EntityCount> entities) {
        StringBuilder text = new StringBuilder();
        for (EntityCount entity : entities) {
            if (!entity.entity().matches("\\S+")) {
                throw new IllegalArgumentException(
                        "\"%s\" cannot be saved: the format ends a noun at the first space; leave it out or join its words"
                                .formatted(entity.entity()));
            }
            text.append(entity.entity()).append(' ').append(entity.count()).append('\n');
        }
        try {
            AtomicFile.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("entity file " + file + " cannot be written", e);
        }
    }
}
