package io.github.alprolab.dsl.index;

import java.util.Arrays;

/**
 * Up to {@value #ROWS} vectors, a number of all of them behind the other: so a product with a query
 * is a sum of rows, which the compiler of Java turns into vector instructions, where it may not
 * reorder the sum of one row.
 */
final class VectorBlock {
    static final int ROWS = 1024;

    private static final int STEP = 4;

    private final int width;
    private final float[] values;

    VectorBlock(int width) {
        this.width = width;
        this.values = new float[width * ROWS];
    }

    void put(int row, float[] vector) {
        for (int i = 0; i < width; i++) {
            values[i * ROWS + row] = vector[i];
        }
    }

    float[] row(int row) {
        float[] vector = new float[width];
        for (int i = 0; i < width; i++) {
            vector[i] = values[i * ROWS + row];
        }
        return vector;
    }

    /**
     * Inner products of one query with every row.
     *
     * @param sums is written over, ({@value #ROWS})
     */
    void products(float[] query, float[] sums) {
        Arrays.fill(sums, 0);
        int i = 0;
        for (; i + STEP <= width; i += STEP) {
            add(query[i], query[i + 1], query[i + 2], query[i + 3], i * ROWS, sums);
        }
        for (; i < width; i++) {
            add(query[i], i * ROWS, sums);
        }
    }

    private void add(float a, float b, float c, float d, int start, float[] sums) {
        float[] x = values;
        for (int j = 0; j < ROWS; j++) {
            sums[j] +=
                    a * x[start + j]
                            + b * x[start + ROWS + j]
                            + c * x[start + 2 * ROWS + j]
                            + d * x[start + 3 * ROWS + j];
        }
    }

    private void add(float a, int start, float[] sums) {
        for (int j = 0; j < ROWS; j++) {
            sums[j] += a * values[start + j];
        }
    }
}
