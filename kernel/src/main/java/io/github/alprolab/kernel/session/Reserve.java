package io.github.alprolab.kernel.session;

/**
 * Memory that is given up when cells have filled the heap: their error can then be told, and a cell
 * that empties a variable can be compiled.
 */
public final class Reserve {
    private static final int BYTES = 8 << 20;
    private static volatile byte[] held;

    private Reserve() {}

    /** Gives the reserve up, where an error says that the heap is full. */
    public static void giveUpFor(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            held = null;
        }
    }

    /** Takes the reserve where the heap has room for several of it. */
    public static void take() {
        Runtime jvm = Runtime.getRuntime();
        long free = jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
        if (held == null && free > 8L * BYTES) {
            held = new byte[BYTES];
        }
    }
}
