package io.github.alprolab.kernel.session;

/** Ends a cell that called {@code System.exit}; the kernel and its variables stay. */
public final class CellExit extends Error {
    private static final long serialVersionUID = 1;

    private CellExit(String call, int status) {
        super(
                "A cell called %s(%d). The kernel goes on; use the Kernel menu to end or restart it."
                        .formatted(call, status),
                null,
                false,
                true);
    }

    /** Stands in the place of {@link System#exit} in cells. */
    public static void exit(int status) {
        throw new CellExit("System.exit", status);
    }

    /** Stands in the place of {@link Runtime#exit} in cells. */
    public static void exit(Runtime runtime, int status) {
        throw new CellExit("Runtime.exit", status);
    }

    /** Stands in the place of {@link Runtime#halt} in cells. */
    public static void halt(Runtime runtime, int status) {
        throw new CellExit("Runtime.halt", status);
    }
}
