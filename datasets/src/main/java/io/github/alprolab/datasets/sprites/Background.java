package io.github.alprolab.datasets.sprites;

import java.util.HexFormat;

/**
 * What is behind the sprites.
 *
 * @param kind the pattern
 * @param first a colour, 0xRRGGBB
 * @param second the other colour of the pattern
 * @param period length of the pattern, thousandths of the picture's side; seed of a window's place
 * @param variant 0..3: direction of a gradient or of stripes, seed of the noise and of a window's
 *     place
 */
public record Background(Kind kind, int first, int second, int period, int variant) {
    /** Patterns. */
    public enum Kind {
        FLAT,
        GRADIENT,
        NOISE,
        STRIPES,
        CHECKS,
        /** A lit rectangle in the dark, placed by the other numbers. */
        WINDOW
    }

    String canonicalText() {
        HexFormat hex = HexFormat.of();
        return String.join(
                " ",
                kind.name(),
                hex.toHexDigits(first, 6),
                hex.toHexDigits(second, 6),
                Integer.toString(period),
                Integer.toString(variant));
    }
}
