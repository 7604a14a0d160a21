package io.github.alprolab.dsl.index;

import java.util.Arrays;

/**
 * Up to {@value #ROWS} vectors, a number of all of them behind the other: so a product with a query
 * is a sum of rows, which the compiler of Java turns into vector instructions, where it may not
 * reorder the sum of one row. It does so for arrays that are read from their beginning: hence an
 * array for each number.
 */
final class VectorBlock {
    static final int ROWS = 1024;

    private static final int STEP = 4;

    private final float[][] values;

    VectorBlock(int width) {
        this.values = new float[width][ROWS];
    }

    void put(int row, float[] vector) {
        for (int i = 0; i < values.length; i++) {
            values[i][row] = vector[i];
        }
    }

    float[] row(int row) {
        float[] vector = new float[values.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values[i][row];
        }
        return vector;
    }

    /**
     * Inner products of queries with every row. Numbers that were read serve all queries before the
     * next are read.
     *
     * @param first of the queries that are multiplied
     * @param count of them
     * @param sums is written over, (at least as many as queries, {@value #ROWS})
     */
    void products(float[][] queries, int first, int count, float[][] sums) {
        for (int query = 0; query < count; query++) {
            Arrays.fill(sums[query], 0);
        }
        int i = 0;
        for (; i + STEP <= values.length; i += STEP) {
            for (int query = 0; query < count; query++) {
                addFour(queries[first + query], i, sums[query]);
            }
        }
        for (; i < values.length; i++) {
            for (int query = 0; query < count; query++) {
                add(queries[first + query][i], values[i], sums[query]);
            }
        }
    }

    private void addFour(float[] query, int i, float[] sums) {
        float a = query[i];
        float b = query[i + 1];
        float c = query[i + 2];
        float d = query[i + 3];
        float[] p = values[i];
        float[] q = values[i + 1];
        float[] r = values[i + 2];
        float[] s = values[i + 3];
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a * p[j] + b * q[j] + c * r[j] + d * s[j];
        }
    }

    private static void add(float a, float[] p, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a * p[j];
        }
    }
}
