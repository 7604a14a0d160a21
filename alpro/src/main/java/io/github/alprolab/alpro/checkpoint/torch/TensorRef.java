package io.github.alprolab.alpro.checkpoint.torch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor as a view of a storage.
 *
 * @param storage its memory
 * @param offset of its first element, in elements
 * @param shape lengths of its axes
 * @param strides steps along its axes, in elements
 */
record TensorRef(StorageRef storage, long offset, long[] shape, long[] strides) {

    static TensorRef of(List<?> arguments) throws IOException {
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof StorageRef)
                || !(arguments.get(1) instanceof Long)) {
            throw new IOException("The pickle makes a tensor without a storage.");
        }
        TensorRef tensor =
                new TensorRef(
                        (StorageRef) arguments.get(0),
                        (Long) arguments.get(1),
                        lengths(arguments.get(2)),
                        lengths(arguments.get(3)));
        tensor.requireInside();
        return tensor;
    }

    /** Number of elements. */
    long count() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Number of elements of the storage from the first that is used to the last. */
    long span() {
        if (count() == 0) {
            return 0;
        }
        long last = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            last = Math.addExact(last, Math.multiplyExact(shape[axis] - 1, strides[axis]));
        }
        return Math.addExact(last, 1);
    }

    /** Places in the storage, counted from the offset, in row-major order. */
    int[] places() {
        int[] places = new int[Math.toIntExact(count())];
        int[] index = new int[shape.length];
        long place = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.toIntExact(place);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                place -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return places;
    }

    boolean contiguous() {
        long step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (shape[axis] != 1 && strides[axis] != step) {
                return false;
            }
            step *= shape[axis];
        }
        return true;
    }

    private void requireInside() throws IOException {
        boolean sane =
                shape.length == strides.length
                        && offset >= 0
                        && Arrays.stream(shape).allMatch(n -> n >= 0)
                        && Arrays.stream(strides).allMatch(n -> n >= 0);
        try {
            // A view may not repeat elements either: a small file could ask for any amount of
            // memory.
            boolean fits = sane && count() <= storage.elements();
            if (fits && span() <= storage.elements() - offset) {
                return;
            }
        } catch (ArithmeticException e) {
            throw new IOException(message(), e);
        }
        throw new IOException(message());
    }

    private String message() {
        return "A tensor of shape %s and strides %s from %d does not lie in its storage of %d."
                .formatted(
                        Arrays.toString(shape),
                        Arrays.toString(strides),
                        offset,
                        storage.elements());
    }

    private static long[] lengths(Object tuple) {
        return ((List<?>) tuple).stream().mapToLong(n -> (Long) n).toArray();
    }
}
