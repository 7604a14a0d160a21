package io.github.alprolab.alpro.objective;

/** Which way a figure should go. */
public enum Better {
    HIGHER,
    LOWER,
    /** Neither way is better by itself, as of a temperature. */
    NEITHER
}
