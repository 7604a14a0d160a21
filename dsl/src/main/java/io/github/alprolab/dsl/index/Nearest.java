package io.github.alprolab.dsl.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The nearest vectors seen so far: a heap whose root is the farthest of them. */
final class Nearest {
    private final int most;
    private final float[] cosines;
    private final int[] positions;
    private int count;

    Nearest(int most) {
        this.most = most;
        this.cosines = new float[most];
        this.positions = new int[most];
    }

    /** What a vector has to exceed to be kept; equal ones lose to those that came before. */
    float threshold() {
        return count < most ? Float.NEGATIVE_INFINITY : cosines[0];
    }

    void offer(int position, float cosine) {
        if (count < most) {
            cosines[count] = cosine;
            positions[count] = position;
            rise(count++);
        } else if (isFarther(cosines[0], positions[0], cosine, position)) {
            cosines[0] = cosine;
            positions[0] = position;
            sink();
        }
    }

    void offerAll(Nearest other) {
        for (int i = 0; i < other.count; i++) {
            offer(other.positions[i], other.cosines[i]);
        }
    }

    List<Hit> hits() {
        return IntStream.range(0, count)
                .mapToObj(i -> new Hit(positions[i], cosines[i]))
                .sorted(Hit.NEAREST)
                .toList();
    }

    private static boolean isFarther(float cosine, int position, float other, int otherPosition) {
        return cosine < other || cosine == other && position > otherPosition;
    }

    private boolean isFarther(int a, int b) {
        return isFarther(cosines[a], positions[a], cosines[b], positions[b]);
    }

    private void rise(int from) {
        int at = from;
        while (at > 0 && isFarther(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink() {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < count && isFarther(child + 1, child)) {
                child++;
            }
            if (child >= count || !isFarther(child, at)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int a, int b) {
        float cosine = cosines[a];
        cosines[a] = cosines[b];
        cosines[b] = cosine;
        int position = positions[a];
        positions[a] = positions[b];
        positions[b] = position;
    }

    @Override
    public String toString() {
        return "Nearest" + Arrays.toString(Arrays.copyOf(positions, count));
    }
}
