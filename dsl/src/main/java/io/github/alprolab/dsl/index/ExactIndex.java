package io.github.alprolab.dsl.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every vector is compared: the oracle. In memory, 4 d bytes each; a query reads all of them once,
 * and many queries share what was read. Grows at its end; one thread at a time adds.
 */
public final class ExactIndex implements VectorIndex {
    /** Parts of the work for each processor, so that none waits for a slow one. */
    private static final int PARTS = 4;

    /** Queries that share what was read: their sums and the numbers read stay near the core. */
    private static final int TOGETHER = 8;

    private final int width;
    private final List<VectorBlock> blocks = new ArrayList<>();
    private final BitSet searched = new BitSet();
    private int count;

    /**
     * Empty.
     *
     * @param width d, numbers of a vector, at least 1
     */
    public ExactIndex(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("a vector has at least 1 number, got " + width);
        }
        this.width = width;
    }

    /** Numbers of a vector, d. */
    public int width() {
        return width;
    }

    /** All positions, those that hold no vector too. */
    public int count() {
        return count;
    }

    /** How many vectors are searched. */
    public int searched() {
        return searched.cardinality();
    }

    /** Adds a vector in the next position. */
    public void add(float[] vector) {
        if (vector.length != width) {
            throw new IllegalArgumentException(
                    "a vector has %d numbers, got %d".formatted(width, vector.length));
        }
        if (count == blocks.size() * VectorBlock.ROWS) {
            blocks.add(new VectorBlock(width));
        }
        blocks.get(count / VectorBlock.ROWS).put(count % VectorBlock.ROWS, vector);
        searched.set(count++);
    }

    /** Leaves the next position without a vector, so that those behind it keep their numbers. */
    public void skip() {
        add(new float[width]);
        searched.clear(count - 1);
    }

    /** Takes the vector of a position out of the search. */
    public void remove(int position) {
        searched.clear(position);
    }

    /** Whether the vector of a position is searched. */
    public boolean has(int position) {
        return searched.get(position);
    }

    /** The vector of a position. */
    public float[] vector(int position) {
        return blocks.get(position / VectorBlock.ROWS).row(position % VectorBlock.ROWS);
    }

    @Override
    public List<List<Hit>> search(float[][] queries, int most) {
        int parts =
                Math.min(
                        Math.max(1, blocks.size()),
                        PARTS * Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> part(queries, most, part, parts))
                .reduce(ExactIndex::joined)
                .map(all -> Arrays.stream(all).map(Nearest::hits).toList())
                .orElseThrow();
    }

    private Nearest[] part(float[][] queries, int most, int part, int parts) {
        Nearest[] nearest = new Nearest[queries.length];
        Arrays.setAll(nearest, i -> new Nearest(Math.min(most, Math.max(1, count))));
        float[][] sums = new float[Math.min(TOGETHER, queries.length)][VectorBlock.ROWS];
        int end = (int) ((part + 1L) * blocks.size() / parts);
        for (int block = (int) ((long) part * blocks.size() / parts); block < end; block++) {
            for (int first = 0; first < queries.length; first += TOGETHER) {
                int some = Math.min(TOGETHER, queries.length - first);
                blocks.get(block).products(queries, first, some, sums);
                for (int query = 0; query < some; query++) {
                    offer(nearest[first + query], sums[query], block * VectorBlock.ROWS);
                }
            }
        }
        return nearest;
    }

    private void offer(Nearest nearest, float[] sums, int first) {
        float threshold = nearest.threshold();
        for (int row = 0; row < VectorBlock.ROWS; row++) {
            if (sums[row] > threshold && searched.get(first + row)) {
                nearest.offer(first + row, sums[row]);
                threshold = nearest.threshold();
            }
        }
    }

    private static Nearest[] joined(Nearest[] a, Nearest[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i].offerAll(b[i]);
        }
        return a;
    }
}
