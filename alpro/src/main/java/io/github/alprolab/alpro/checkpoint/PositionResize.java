package io.github.alprolab.alpro.checkpoint;

/** Nearest-neighbour resize of learned positions (alpro.md sections 1.2, 2.5 and 2.6). */
final class PositionResize {
    private PositionResize() {}

    /** The tensor in a wanted shape where it holds positions; any other tensor as it is. */
    static StoredTensor fit(StoredTensor tensor, long[] wanted) {
        boolean rows = wanted.length == 3 && tensor.shape().length == 3;
        if (rows && tensor.name().endsWith("time_embed")) {
            return rows(tensor, wanted, (int) wanted[1], 0);
        }
        if (rows && tensor.name().endsWith("pos_embed")) {
            return rows(tensor, wanted, (int) Math.round(Math.sqrt(wanted[1] - 1.0)), 1);
        }
        return tensor;
    }

    /** Resizes a line of times ({@code kept} 0) or, behind CLS ({@code kept} 1), a square map. */
    private static StoredTensor rows(StoredTensor tensor, long[] wanted, int to, int kept) {
        int width = (int) wanted[2];
        int from = (int) tensor.shape()[1] - kept;
        from = kept == 0 ? from : (int) Math.round(Math.sqrt(from));
        float[] values = new float[Math.toIntExact(wanted[1] * width)];
        System.arraycopy(tensor.values(), 0, values, 0, kept * width);
        for (int row = kept; row < wanted[1]; row++) {
            int place = row - kept;
            int source =
                    kept == 0
                            ? nearest(place, from, to)
                            : nearest(place / to, from, to) * from + nearest(place % to, from, to);
            System.arraycopy(tensor.values(), (source + kept) * width, values, row * width, width);
        }
        return StoredTensor.of(tensor.name(), wanted, values);
    }

    /** The engine's own rule, in float32. */
    private static int nearest(int place, int from, int to) {
        return Math.min(from - 1, (int) Math.floor(place * ((float) from / (float) to)));
    }
}
