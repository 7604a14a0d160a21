package io.github.alprolab.kernel.help;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start UTF-16 index of the text that a match replaces; it ends at the cursor
 * @param matches best first
 */
public record Completion(int start, List<Match> matches) {

    public Completion {
        matches = List.copyOf(matches);
    }

    /** No match at a UTF-16 index. */
    public static Completion none(int index) {
        return new Completion(index, List.of());
    }
}
