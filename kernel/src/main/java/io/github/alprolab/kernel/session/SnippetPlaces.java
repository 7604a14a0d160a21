package io.github.alprolab.kernel.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each snippet stands: cell, line and source, by JShell's snippet id. */
final class SnippetPlaces {

    /**
     * A snippet's place.
     *
     * @param cell execution count of its cell
     * @param firstLine line of the cell on which it begins, 1 is first
     * @param lines the cell's source
     */
    record Place(int cell, int firstLine, List<String> lines) {

        /** The line of the cell, a few around it and a marker. */
        String excerpt(int lineOfSnippet) {
            int line = Math.min(lines.size(), firstLine + lineOfSnippet - 1);
            StringBuilder text = new StringBuilder("cell " + cell + ", line " + line);
            for (int i = Math.max(1, line - 1); i <= Math.min(lines.size(), line + 1); i++) {
                text.append(i == line ? "\n  --> " : "\n      ")
                        .append(i)
                        .append(" | ")
                        .append(lines.get(i - 1));
            }
            return text.toString();
        }
    }

    private final Map<String, Place> places = new HashMap<>();

    void put(String snippetId, Place place) {
        places.put(snippetId, place);
    }

    /** The place of a stack frame's file name, {@code #id}. */
    Optional<Place> find(String file) {
        return file != null && file.startsWith("#")
                ? Optional.ofNullable(places.get(file.substring(1)))
                : Optional.empty();
    }
}
