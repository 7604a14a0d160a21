package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * Heat over a frame.
 *
 * @param frame the picture; not changed after it is given
 * @param heat values over it, such as one a patch; its rows and columns divide the whole frame
 * @param label what stands below it, such as its time or a word
 */
public record Overlay(BufferedImage frame, Matrix heat, String label) {
    public Overlay {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(heat, "heat");
        Objects.requireNonNull(label, "label");
    }
}
