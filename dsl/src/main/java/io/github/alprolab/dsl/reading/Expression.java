package io.github.alprolab.dsl.reading;

import java.util.List;

/** A part of the code of a value. */
sealed interface Expression {
    /** A string, a number, true or false. */
    record Literal(Object value) implements Expression {}

    /** A type, or the variable of an edit. */
    record Name(String name) implements Expression {}

    /** {@code owner.name}, a constant. */
    record Constant(Expression owner, String name) implements Expression {}

    /** {@code owner.name(arguments)}. */
    record Call(Expression owner, String name, List<Expression> arguments) implements Expression {}

    /** {@code new type(arguments)}. */
    record New(String type, List<Expression> arguments) implements Expression {}

    /** {@code variable -> body}. */
    record Edit(String variable, Expression body) implements Expression {}
}
