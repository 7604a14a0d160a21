package io.github.alprolab.dsl.figure;

import java.awt.Color;

/** Colours of paper and text. Colours with a meaning are in {@link Ink} and stay the same. */
public enum Theme {
    /** Dark text on white: for saved notebooks. */
    LIGHT(new Color(0xFFFFFF), new Color(0x1F2328), new Color(0x656D76), new Color(0xD8DEE4)),
    /** Light text on a dark page. */
    DARK(new Color(0x161B22), new Color(0xE6EDF3), new Color(0x9DA7B1), new Color(0x30363D));

    private final Color paper;
    private final Color text;
    private final Color quiet;
    private final Color line;

    Theme(Color paper, Color text, Color quiet, Color line) {
        this.paper = paper;
        this.text = text;
        this.quiet = quiet;
        this.line = line;
    }

    /** Background. */
    public Color paper() {
        return paper;
    }

    /** Titles and values. */
    public Color text() {
        return text;
    }

    /** Labels that may be overlooked. */
    public Color quiet() {
        return quiet;
    }

    /** Grid lines and borders. */
    public Color line() {
        return line;
    }
}
