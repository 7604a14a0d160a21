package io.github.alprolab.kernel.session;

/**
 * Ends a thread whose cell was left behind, as soon as it comes back to code that can end it. What
 * it would have answered was answered when it was left; its cause is what its code threw itself.
 */
public final class LeftBehind extends CellStopped {
    private static final long serialVersionUID = 1;

    LeftBehind(Throwable cause) {
        super("The cell was left behind", cause);
    }
}
