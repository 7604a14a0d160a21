package io.github.alprolab.datasets.augmentation;

import java.util.function.DoubleUnaryOperator;

/** Weights from one length to another, and their use along one axis of a byte array. */
final class Resampling {
    private static final int BITS = 22;

    private final int from;
    private final int to;
    private final int[] first;
    private final int[][] weights;

    Resampling(int from, int to, double support, DoubleUnaryOperator filter) {
        this.from = from;
        this.to = to;
        this.first = new int[to];
        this.weights = new int[to][];
        double scale = (double) from / to;
        double wide = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            first[i] = Math.max(0, (int) (centre - support * wide + 0.5));
            int end = Math.min(from, (int) (centre + support * wide + 0.5));
            weights[i] = weights(first[i], end, centre, 1 / wide, filter);
        }
    }

    private static int[] weights(
            int first, int end, double centre, double narrow, DoubleUnaryOperator filter) {
        double[] exact = new double[end - first];
        double sum = 0;
        for (int j = 0; j < exact.length; j++) {
            exact[j] = filter.applyAsDouble((first + j - centre + 0.5) * narrow);
            sum += exact[j];
        }
        int[] fixed = new int[exact.length];
        for (int j = 0; j < exact.length; j++) {
            double weight = exact[j] / sum * (1 << BITS);
            fixed[j] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
        }
        return fixed;
    }

    /**
     * @param bytes {@code outer × from × inner} levels
     * @return {@code outer × to × inner} levels
     */
    byte[] run(byte[] bytes, int outer, int inner) {
        byte[] result = new byte[outer * to * inner];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < to; i++) {
                for (int c = 0; c < inner; c++) {
                    int start = (o * from + first[i]) * inner + c;
                    result[(o * to + i) * inner + c] = level(bytes, start, inner, weights[i]);
                }
            }
        }
        return result;
    }

    private static byte level(byte[] bytes, int start, int step, int[] weights) {
        int sum = 1 << BITS - 1;
        for (int j = 0; j < weights.length; j++) {
            sum += (bytes[start + j * step] & 0xff) * weights[j];
        }
        return (byte) Math.max(0, Math.min(255, sum >> BITS));
    }
}
