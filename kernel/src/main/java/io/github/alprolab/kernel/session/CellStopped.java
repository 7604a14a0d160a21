package io.github.alprolab.kernel.session;

/** Ends a cell that was interrupted. An error, so that cells do not catch it by accident. */
public final class CellStopped extends Error {
    private static final long serialVersionUID = 1;

    CellStopped() {
        super("The cell was interrupted", null, false, true);
    }
}
