package io.github.alprolab.dsl.course;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether something is right, and what can be said of it.
 *
 * @param right whether it is
 * @param words one sentence or less, plain text
 * @param hint for this very answer; shown at once
 */
public record Judgement(boolean right, String words, Optional<String> hint) {
    public Judgement {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(hint, "hint");
    }

    /** It is. */
    public static Judgement right(String words) {
        return new Judgement(true, words, Optional.empty());
    }

    /** It is not. */
    public static Judgement wrong(String words) {
        return new Judgement(false, words, Optional.empty());
    }

    /** The same with what helps one who gave this. */
    public Judgement hint(String help) {
        return new Judgement(right, words, Optional.of(help));
    }
}
