package io.github.alprolab.kernel.session;

/** Ends a cell that was interrupted. An error, so that cells do not catch it by accident. */
public sealed class CellStopped extends Error permits LeftBehind {
    private static final long serialVersionUID = 1;

    CellStopped() {
        this("The cell was interrupted", null);
    }

    CellStopped(String message, Throwable cause) {
        super(message, cause, false, true);
    }
}
