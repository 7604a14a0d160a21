package io.github.alprolab.bench.parity;

import java.util.ArrayList;
import java.util.List;

/**
 * The first entries of some axes, as a case names a part: {@code text_embeds[:,:3,:]}.
 *
 * @param ends how many entries of each axis are taken; a negative number for all
 */
record Slice(List<Integer> ends) {

    /**
     * Reads the part behind a name.
     *
     * @throws IllegalArgumentException for anything but {@code :} and {@code :n}
     */
    static Slice of(String name) {
        String inner = name.substring(name.indexOf('[') + 1, name.length() - 1);
        List<Integer> ends = new ArrayList<>();
        for (String axis : inner.split(",")) {
            if (!axis.matches(":\\d*")) {
                throw new IllegalArgumentException(
                        name + " names a part in another way than [:,:n]");
            }
            ends.add(axis.equals(":") ? -1 : Integer.parseInt(axis.substring(1)));
        }
        return new Slice(ends);
    }

    /** The part of row-major values. */
    float[] cut(float[] values, long[] shape) {
        float[] taken = values;
        long before = 1;
        for (int axis = 0; axis < ends.size(); axis++) {
            int end = ends.get(axis) < 0 ? (int) shape[axis] : ends.get(axis);
            taken = cut(taken, (int) before, (int) shape[axis], end);
            before *= end;
        }
        return taken;
    }

    private static float[] cut(float[] values, int before, int length, int end) {
        int behind = values.length / before / length;
        float[] taken = new float[before * end * behind];
        for (int i = 0; i < before; i++) {
            System.arraycopy(values, i * length * behind, taken, i * end * behind, end * behind);
        }
        return taken;
    }
}
