package io.github.alprolab.alpro.answering;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Optional;

/**
 * A question about a clip, and what is right.
 *
 * @param pair the clip, with the question as its text
 * @param answer the right one
 */
public record Asked(Pair pair, String answer) {

    /**
     * A question.
     *
     * @param id of the question, unique within its split
     * @param clip what it is about; questions about one clip share it
     */
    public static Asked of(
            String id, Split split, ClipSource clip, String question, String answer) {
        return new Asked(new Pair(id, split, clip, List.of(question), Optional.empty()), answer);
    }

    /** The question. */
    public String question() {
        return pair.captions().get(0);
    }
}
