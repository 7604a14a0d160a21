package io.github.alprolab.kernel.api;

/** A value that knows how it looks in a notebook. */
@FunctionalInterface
public interface Displayable {
    /** The representations to show. */
    MimeBundle display();
}
