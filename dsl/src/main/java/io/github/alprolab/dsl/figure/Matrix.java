package io.github.alprolab.dsl.figure;

import java.util.Arrays;

/** Numbers in rows and columns, immutable. */
public final class Matrix {
    private final double[][] values;

    private Matrix(double[][] values) {
        this.values = values;
    }

    /** Copies rows of equal length, at least one of each. */
    public static Matrix of(double[][] values) {
        if (values.length == 0
                || values[0].length == 0
                || Arrays.stream(values).anyMatch(row -> row.length != values[0].length)) {
            throw new IllegalArgumentException(
                    "A matrix has rows of equal length, at least one; given were "
                            + values.length
                            + " rows.");
        }
        return new Matrix(Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
    }

    /** Number of rows, at least 1. */
    public int rows() {
        return values.length;
    }

    /** Numbers in each row. */
    public int columns() {
        return values[0].length;
    }

    /** The number at a row and a column, both from 0. */
    public double at(int row, int column) {
        return values[row][column];
    }

    /** Each number as a share of its row's sum; a row of zeros stays so. */
    Matrix shares() {
        return new Matrix(
                Arrays.stream(values)
                        .map(
                                row -> {
                                    double sum = Arrays.stream(row).sum();
                                    return Arrays.stream(row)
                                            .map(v -> sum == 0 ? 0 : v / sum)
                                            .toArray();
                                })
                        .toArray(double[][]::new));
    }

    /** Smallest number. */
    public double least() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).min().orElseThrow();
    }

    /** Largest number. */
    public double most() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }

    /** Where the largest number stands, counted along the rows from 0; the first of equals. */
    int placeOfMost() {
        int place = 0;
        for (int i = 1; i < rows() * columns(); i++) {
            if (at(i / columns(), i % columns()) > at(place / columns(), place % columns())) {
                place = i;
            }
        }
        return place;
    }

    /** Mean of the numbers whose row and column are the same. */
    public double diagonalMean() {
        double sum = 0;
        int length = Math.min(rows(), columns());
        for (int i = 0; i < length; i++) {
            sum += values[i][i];
        }
        return sum / length;
    }

    /** Mean of the numbers whose row and column differ; NaN where there are none. */
    public double otherMean() {
        double sum = Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
        int length = Math.min(rows(), columns());
        return (sum - diagonalMean() * length) / ((double) rows() * columns() - length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return "Matrix[" + rows() + " x " + columns() + "]";
    }
}
