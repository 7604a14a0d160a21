package io.github.alprolab.kernel.session;

/**
 * The check that is woven into every loop of a cell's own classes, so that a loop without any
 * blocking call can be stopped.
 */
public final class StopCheck {
    // Snippet classes are static code and can reach nothing else than a static field.
    private static volatile boolean stopping;

    private StopCheck() {}

    /** Ends the calling cell where it was asked to stop. */
    public static void check() {
        if (stopping) {
            stopping = false;
            throw new CellStopped();
        }
    }

    static void stop() {
        stopping = true;
    }

    static void clear() {
        stopping = false;
    }
}
