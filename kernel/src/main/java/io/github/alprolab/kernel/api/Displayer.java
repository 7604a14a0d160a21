package io.github.alprolab.kernel.api;

import java.util.List;

/**
 * Shows values of a type that cannot implement {@link Displayable} itself.
 *
 * @param <T> the type, with its subtypes
 */
public interface Displayer<T> {
    /** The type, subtypes included; of several displayers that fit the first one shows a value. */
    Class<T> type();

    /** The representations of one value. */
    MimeBundle display(T value);

    /**
     * The same for a caller who wants it by these MIME types, at least one; those that are missing
     * are left out.
     */
    default MimeBundle display(T value, List<String> types) {
        return display(value);
    }
}
