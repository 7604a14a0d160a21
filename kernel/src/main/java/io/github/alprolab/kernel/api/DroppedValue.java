package io.github.alprolab.kernel.api;

import java.util.Optional;

/**
 * The value of a statement such as {@code trainer.epochs(5);}, which nobody keeps.
 *
 * @param expression the statement without its semicolon
 * @param value never null
 * @param variable the variable of the cells with which the expression begins, where it does
 * @param receiver that variable's value
 */
public record DroppedValue(
        String expression, Object value, Optional<String> variable, Optional<Object> receiver) {}
