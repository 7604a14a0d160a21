package io.github.alprolab.datasets.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names that an archive has used. Two entries of the same name, or of names that differ in case or
 * in how accents are encoded, would overwrite each other on some file system.
 */
final class TakenNames {
    private final Map<String, Taken> taken = new HashMap<>();

    private record Taken(String spelling, boolean folder) {}

    /**
     * Takes a name with all folders above it.
     *
     * @throws IllegalArgumentException when it collides; the message is the end of a sentence
     */
    void take(EntryName name, boolean folder) {
        List<String> parts = name.parts();
        for (int depth = 1; depth <= parts.size(); depth++) {
            boolean last = depth == parts.size();
            take(String.join("/", parts.subList(0, depth)), !last || folder);
        }
    }

    private void take(String spelling, boolean folder) {
        Taken other = taken.putIfAbsent(EntryName.folded(spelling), new Taken(spelling, folder));
        if (other == null) {
            return;
        }
        if (!other.spelling.equals(spelling)) {
            throw new IllegalArgumentException(
                    "differs from \"%s\" only in case or in how its letters are encoded"
                            .formatted(other.spelling));
        }
        if (!folder || !other.folder) {
            throw new IllegalArgumentException(
                    folder == other.folder ? "occurs twice" : "is a file and a folder");
        }
    }
}
