package io.github.alprolab.dsl.figure;

import java.awt.Color;

/**
 * Colours with one meaning in every figure, after Okabe and Ito: told apart with any kind of colour
 * vision. Nothing is said by colour alone.
 */
public enum Ink {
    VTC(new Color(0, 114, 178)),
    VTM(new Color(230, 159, 0)),
    MLM(new Color(0, 158, 115)),
    PEM(new Color(204, 121, 167)),
    TEXT_TO_VIDEO(new Color(86, 180, 233)),
    VIDEO_TO_TEXT(new Color(230, 159, 0)),
    RIGHT(new Color(0, 158, 115)),
    WRONG(new Color(213, 94, 0)),
    /** Neither right nor wrong. */
    PLAIN(new Color(0, 114, 178)),
    /** There, but not counted. */
    FADED(new Color(160, 168, 176)),
    /** In the colour of the text: totals. */
    TEXT(new Color(0x1F2328));

    private final Color color;

    Ink(Color color) {
        this.color = color;
    }

    /** The colour on a theme's paper. */
    public Color on(Theme theme) {
        return this == TEXT ? theme.text() : color;
    }
}
