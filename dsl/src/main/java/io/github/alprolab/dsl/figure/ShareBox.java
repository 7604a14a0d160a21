package io.github.alprolab.dsl.figure;

import java.awt.geom.Rectangle2D;

/**
 * A box in shares of a picture.
 *
 * @param left 0 to 1
 * @param top 0 to 1
 * @param width above 0
 * @param height above 0
 */
public record ShareBox(double left, double top, double width, double height) {
    public ShareBox {
        if (left < 0 || top < 0 || !(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException(
                    "The box %s, %s with %s x %s is outside the picture; places are 0 to 1, sizes above 0."
                            .formatted(left, top, width, height));
        }
    }

    /** The box over a picture drawn at a place. */
    Rectangle2D over(double x, double y, double edge) {
        return new Rectangle2D.Double(x + left * edge, y + top * edge, width * edge, height * edge);
    }
}
