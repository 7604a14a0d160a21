package io.github.alprolab.dsl.figure;

/**
 * One bar.
 *
 * @param label its name
 * @param value its length, at least 0
 * @param text the value as it is written beside it
 * @param ink its colour
 * @param hatched whether it is hatched: there, but left out
 */
public record Bar(String label, double value, String text, Ink ink, boolean hatched) {
    public Bar {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(
                    "The bar \"" + label + "\" has length " + value + "; bars start at 0.");
        }
    }
}
