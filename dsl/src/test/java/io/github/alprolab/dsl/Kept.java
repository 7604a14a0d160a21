package io.github.alprolab.dsl;

/** Where a cell of {@link Cells} leaves its value. */
public final class Kept {
    /** Of the cell that ran last. */
    public static volatile Object value;

    private Kept() {}
}
