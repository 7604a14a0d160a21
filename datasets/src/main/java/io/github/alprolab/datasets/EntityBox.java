package io.github.alprolab.datasets;

/**
 * Where one entity is in one picture, in shares of the picture.
 *
 * @param entity its name
 * @param left left edge, 0..1
 * @param top top edge, 0..1
 * @param width above 0, {@code left + width <= 1}
 * @param height above 0, {@code top + height <= 1}
 */
public record EntityBox(String entity, double left, double top, double width, double height) {
    public EntityBox {
        boolean inside = left >= 0 && top >= 0 && width > 0 && height > 0;
        if (!inside || left + width > 1 + 1e-9 || top + height > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "box of \"%s\" leaves the picture: left %s, top %s, width %s, height %s"
                            .formatted(entity, left, top, width, height));
        }
    }
}
