package io.github.alprolab.dsl.figure;

/** What a figure says of an answer: by mark and frame, never by colour alone. */
public enum Verdict {
    RIGHT,
    WRONG,
    /** Nobody knows, or nobody asked. */
    OPEN
}
