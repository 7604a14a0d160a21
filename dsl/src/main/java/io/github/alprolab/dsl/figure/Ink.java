package io.github.alprolab.dsl.figure;

import java.awt.Color;
import java.util.List;

/**
 * A colour with one meaning in every figure, after Okabe and Ito: told apart with any kind of
 * colour vision. Nothing is said by colour alone.
 *
 * @param rgb 0xRRGGBB; -1 for the colour of the text
 */
public record Ink(int rgb) {
    public static final Ink BLUE = new Ink(0x0072B2);
    public static final Ink PURPLE = new Ink(0xCC79A7);
    public static final Ink TEXT_TO_VIDEO = new Ink(0x56B4E9);
    public static final Ink VIDEO_TO_TEXT = new Ink(0xE69F00);
    public static final Ink RIGHT = new Ink(0x009E73);
    public static final Ink WRONG = new Ink(0xD55E00);

    /** Neither right nor wrong. */
    public static final Ink PLAIN = BLUE;

    /** There, but not counted. */
    public static final Ink FADED = new Ink(0xA0A8B0);

    /** In the colour of the text: totals. */
    public static final Ink TEXT = new Ink(-1);

    private static final List<Ink> SERIES =
            List.of(BLUE, VIDEO_TO_TEXT, RIGHT, PURPLE, TEXT_TO_VIDEO, WRONG);

    /**
     * Of the series of a chart that have no colour of their own.
     *
     * @param index from 0; there are 6, and then they begin again
     */
    public static Ink series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }

    /** Of an objective. */
    public static Ink of(int rgb) {
        return new Ink(rgb);
    }

    /** The colour on a theme's paper. */
    public Color on(Theme theme) {
        return rgb < 0 ? theme.text() : new Color(rgb);
    }
}
