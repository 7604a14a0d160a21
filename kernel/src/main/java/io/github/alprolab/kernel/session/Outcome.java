package io.github.alprolab.kernel.session;

import java.util.Optional;

/**
 * How a cell ended.
 *
 * @param hasValue whether its last snippet is an expression to show
 * @param value that expression's value, empty for null
 * @param error why it failed
 */
public record Outcome(boolean hasValue, Optional<Object> value, Optional<CellError> error) {
    /** The end of a cell that has no value. */
    public static final Outcome NOTHING = new Outcome(false, Optional.empty(), Optional.empty());

    /** The end of a cell that failed. */
    public static Outcome failed(CellError error) {
        return new Outcome(false, Optional.empty(), Optional.of(error));
    }
}
