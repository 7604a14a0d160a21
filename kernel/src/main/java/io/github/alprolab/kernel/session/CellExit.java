package io.github.alprolab.kernel.session;

/** Ends a cell that called {@code System.exit}; the kernel and its variables stay. */
public final class CellExit extends Error {
    private static final long serialVersionUID = 1;

    private CellExit(int status) {
        super(
                "A cell called System.exit("
                        + status
                        + "). The kernel goes on; use the Kernel menu to end or restart it.",
                null,
                false,
                true);
    }

    /** Stands in the place of {@link System#exit} in cells. */
    public static void exit(int status) {
        throw new CellExit(status);
    }
}
