package io.github.alprolab.datasets;

/**
 * A clip with two sentences of which one is true of it: what a model has learned shows in which of
 * them it finds nearer to the clip.
 *
 * @param asks the one thing in which the sentences differ, such as {@code noun}
 * @param pair the clip
 * @param right the true sentence
 * @param wrong the other one
 */
public record Probe(String asks, Pair pair, String right, String wrong) {
    public Probe {
        if (asks.isBlank() || right.isBlank() || wrong.isBlank() || right.equals(wrong)) {
            throw new IllegalArgumentException(
                    "A probe that asks “%s” of “%s” and “%s” is given; it needs a name and two different sentences."
                            .formatted(asks, right, wrong));
        }
    }
}
