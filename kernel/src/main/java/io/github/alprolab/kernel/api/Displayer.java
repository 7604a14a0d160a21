package io.github.alprolab.kernel.api;

/**
 * Shows values of a type that cannot implement {@link Displayable} itself.
 *
 * @param <T> the type, with its subtypes
 */
public interface Displayer<T> {
    Class<T> type();

    /** The representations of one value. */
    MimeBundle display(T value);
}
