package io.github.alprolab.alpro.checkpoint;

/** Nearest-neighbour resize of learned positions (docs/method.md sections 1.2, 2.5 and 2.6). */
final class PositionResize {
    private static final String TIME = "time_embed";
    private static final String SPACE = "pos_embed";

    private PositionResize() {}

    /** Whether a tensor holds positions of the wanted width that can be resized. */
    static boolean isResizable(String name, long[] shape, long[] wanted, PositionRule rule) {
        boolean rows =
                wanted.length == 3
                        && shape.length == 3
                        && shape[0] == wanted[0]
                        && shape[1] != wanted[1]
                        && shape[2] == wanted[2];
        if (rows && name.endsWith(TIME)) {
            return shape[1] > 0;
        }
        return rows
                && name.endsWith(SPACE)
                && shape[1] > 1
                && wanted[1] > 1
                && (rule == PositionRule.REFERENCE_COMPATIBLE_LIST
                        || (isSquare(shape[1] - 1) && isSquare(wanted[1] - 1)));
    }

    /** The tensor in a wanted shape where it is resizable; any other tensor as it is. */
    static StoredTensor fit(StoredTensor tensor, long[] wanted, PositionRule rule) {
        if (!isResizable(tensor.name(), tensor.shape(), wanted, rule)) {
            return tensor;
        }
        if (tensor.name().endsWith(TIME)) {
            return line(tensor, wanted, 0);
        }
        return rule == PositionRule.GRID ? map(tensor, wanted) : line(tensor, wanted, 1);
    }

    /** Which rule {@link #fit} follows for a name, in words. */
    static String named(String name, PositionRule rule) {
        if (name.endsWith(TIME)) {
            return "nearest in time";
        }
        return rule == PositionRule.GRID
                ? "nearest in the grid"
                : "nearest in the list, reference-compatible";
    }

    /** Resizes a line, whose first {@code kept} rows stay. */
    private static StoredTensor line(StoredTensor tensor, long[] wanted, int kept) {
        int from = (int) tensor.shape()[1] - kept;
        int to = (int) wanted[1] - kept;
        int[] sources = new int[(int) wanted[1]];
        for (int row = kept; row < sources.length; row++) {
            sources[row] = kept + nearest(row - kept, from, to);
        }
        return picked(tensor, wanted, sources);
    }

    /** Resizes a square map behind CLS. */
    private static StoredTensor map(StoredTensor tensor, long[] wanted) {
        int from = root(tensor.shape()[1] - 1);
        int to = root(wanted[1] - 1);
        int[] sources = new int[(int) wanted[1]];
        for (int patch = 0; patch < to * to; patch++) {
            int row = nearest(patch / to, from, to);
            sources[patch + 1] = 1 + row * from + nearest(patch % to, from, to);
        }
        return picked(tensor, wanted, sources);
    }

    private static StoredTensor picked(StoredTensor tensor, long[] wanted, int[] sources) {
        int width = (int) wanted[2];
        float[] values = new float[sources.length * width];
        for (int row = 0; row < sources.length; row++) {
            System.arraycopy(tensor.values(), sources[row] * width, values, row * width, width);
        }
        return StoredTensor.of(tensor.name(), wanted, values);
    }

    /** The engine's own rule, in float32. */
    private static int nearest(int place, int from, int to) {
        return Math.min(from - 1, (int) Math.floor(place * ((float) from / (float) to)));
    }

    private static boolean isSquare(long count) {
        return (long) root(count) * root(count) == count;
    }

    private static int root(long count) {
        return (int) Math.round(Math.sqrt(count));
    }
}
