package io.github.alprolab.kernel.api;

/** A value that knows how it looks in a notebook. */
@FunctionalInterface
public interface Displayable {
    /** The representations to show. */
    MimeBundle display();

    /**
     * Whether it looks different later in the cell that shows it: then what {@code display(…)}
     * showed is shown anew when that cell ends, so that a saved notebook has the last state.
     */
    default boolean changes() {
        return false;
    }
}
