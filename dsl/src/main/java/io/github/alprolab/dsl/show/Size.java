package io.github.alprolab.dsl.show;

/**
 * A width and a height in logical pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A size is %d x %d; both are at least 1.".formatted(width, height));
        }
    }
}
