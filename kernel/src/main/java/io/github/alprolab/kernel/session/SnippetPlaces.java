package io.github.alprolab.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Snippet;

/** Where each snippet stands: cell, line and source, by JShell's snippet id. */
final class SnippetPlaces {

    /**
     * A snippet's place.
     *
     * @param cell execution count of its cell
     * @param firstLine line of the cell on which it begins, 1 is first
     * @param source of the cell, or of the file that it loaded
     * @param text the snippet's own source
     */
    record Place(int cell, int firstLine, String source, Rewritten text) {

        /** The source of a snippet that JShell made of the text here. */
        Rewritten textOf(Snippet snippet) {
            String source = snippet.source();
            return text.isOf(source) ? text : Rewritten.none(source);
        }

        /** The line of the cell, a few around it and a marker. */
        String excerpt(int lineOfSnippet) {
            int line = line(lineOfSnippet);
            List<String> lines = source.lines().toList();
            StringBuilder text = new StringBuilder(position(lineOfSnippet));
            for (int i = Math.max(1, line - 1); i <= Math.min(lines.size(), line + 1); i++) {
                text.append(i == line ? "\n  --> " : "\n      ")
                        .append(i)
                        .append(" | ")
                        .append(Marker.shortened(lines.get(i - 1)));
            }
            return text.toString();
        }

        /** {@code cell 3, line 2}. */
        String position(int lineOfSnippet) {
            return "cell " + cell + ", line " + line(lineOfSnippet);
        }

        /** The line of the cell for a line of the snippet. */
        int line(int lineOfSnippet) {
            return Math.min((int) source.lines().count(), firstLine + lineOfSnippet - 1);
        }
    }

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<Integer, String> newest = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile Optional<Place> running = Optional.empty();
    private int count;

    /** Snippets that get an id from now on stand here. */
    void begin(Place place) {
        running = Optional.of(place);
    }

    /**
     * The id of another snippet; JShell asks before it runs one.
     *
     * @param number that all snippets share that declare the same
     */
    String next(int number) {
        count++;
        String id = Integer.toString(count);
        newest.put(number, id);
        numbers.put(id, number);
        running.ifPresent(place -> places.put(id, place));
        return id;
    }

    /** The place of the snippet that runs now, or ran last. */
    Optional<Place> running() {
        return running;
    }

    /** The id that was given last; empty before the first. */
    Optional<String> last() {
        return count == 0 ? Optional.empty() : Optional.of(Integer.toString(count));
    }

    void remove(String snippetId) {
        places.remove(snippetId);
        numbers.remove(snippetId);
        newest.values().remove(snippetId);
    }

    /** The id of the snippet of a number that came last. */
    Optional<String> newest(int number) {
        return Optional.ofNullable(newest.get(number));
    }

    /** The number of a snippet; empty when it is over. */
    Optional<Integer> number(String snippetId) {
        return Optional.ofNullable(numbers.get(snippetId));
    }

    /** The place of a stack frame's file name, {@code #id}. */
    Optional<Place> find(String file) {
        return file != null && file.startsWith("#")
                ? Optional.ofNullable(places.get(file.substring(1)))
                : Optional.empty();
    }
}
