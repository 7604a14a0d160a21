package io.github.alprolab.datasets.sprites;

/**
 * A part in a clip before it is placed.
 *
 * @param noun what is shown
 * @param action what it does
 * @param partner place of the partner in the cast, or {@value #NONE}
 */
record Role(Noun noun, Action action, int partner) {
    static final int NONE = -1;
}
