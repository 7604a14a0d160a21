package io.github.alprolab.datasets.text;

/**
 * A word with its part of speech.
 *
 * @param word in lower case
 * @param tag a universal part-of-speech tag, such as {@code NOUN}
 */
public record TaggedWord(String word, String tag) {
    boolean is(String other) {
        return tag.equals(other);
    }
}
