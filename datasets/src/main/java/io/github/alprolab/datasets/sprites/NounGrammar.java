package io.github.alprolab.datasets.sprites;

/** How a noun takes articles and verbs. */
public enum NounGrammar {
    /** "a dog moves". */
    SINGLE,
    /** "grapes move". */
    PLURAL,
    /** "some bacon moves". */
    MASS
}
