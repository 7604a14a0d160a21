package io.github.alprolab.alpro.tensor;

/** The quickest of several runs: what disturbs a machine only makes them slower. */
final class Fastest {
    private static final int LEAST = 3;

    private Fastest() {}

    /** One run; tells how long it took, in seconds. */
    @FunctionalInterface
    interface Run {
        double seconds();
    }

    /**
     * Seconds of the quickest.
     *
     * @param nanos for which runs are begun, three at least
     */
    static double seconds(long nanos, Run run) {
        double best = Double.POSITIVE_INFINITY;
        long begun = System.nanoTime();
        for (int i = 0; i < LEAST || System.nanoTime() - begun < nanos; i++) {
            best = Math.min(best, run.seconds());
        }
        return best;
    }
}
