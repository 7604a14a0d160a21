package io.github.alprolab.bench.parity;

/** How far two rows of numbers are apart; NaN in either, or another length, gives NaN. */
final class Apart {
    private Apart() {}

    /** The largest absolute difference. */
    static double largest(float[] ours, float[] expected) {
        if (ours.length != expected.length) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            double apart = Math.abs((double) ours[i] - expected[i]);
            // Not «greater than»: a NaN has to win.
            largest = apart <= largest ? largest : apart;
        }
        return largest;
    }

    /**
     * The largest difference as a share of the largest expected value; the absolute difference
     * where that value is below {@code zero}.
     */
    static double relative(float[] ours, float[] expected, double zero) {
        double size = 0;
        for (float value : expected) {
            size = Math.max(size, Math.abs(value));
        }
        double apart = largest(ours, expected);
        return size > zero ? apart / size : apart;
    }

    static float[] floats(long[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }
}
