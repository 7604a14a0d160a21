package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * One picture of a filmstrip.
 *
 * @param image the picture; not changed after it is given
 * @param label what stands below it, such as its time
 */
public record Frame(BufferedImage image, String label) {
    public Frame {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(label, "label");
    }
}
