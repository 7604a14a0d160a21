package io.github.alprolab.dsl.index;

import java.util.Comparator;

/**
 * A vector that was found.
 *
 * @param position among all vectors, from 0
 * @param cosine with what was looked for
 */
public record Hit(int position, float cosine) {
    /** The nearest first; of equal ones the one that came first. */
    static final Comparator<Hit> NEAREST =
            Comparator.comparingDouble((Hit h) -> -h.cosine()).thenComparingInt(Hit::position);
}
