package io.github.alprolab.dsl.inside;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Principal component analysis: points of many dimensions on the plane along which they vary most.
 * Eigenvectors of the covariance by Jacobi's rotations; each axis points the way in which its
 * largest entry is positive, so that the same points lie in the same places every time.
 *
 * @param places (N, 2)
 * @param shares of the variance along both axes, 0 to 1
 */
record PrincipalPlane(double[][] places, double[] shares) {
    private static final int MOST_SWEEPS = 60;
    private static final double SMALL = 1e-20;

    /** Of at least one point; all have equally many dimensions, at least 2. */
    static PrincipalPlane of(List<float[]> points) {
        int dimensions = points.get(0).length;
        double[][] centred = centred(points, dimensions);
        double[][] covariance = covariance(centred, dimensions);
        double total = IntStream.range(0, dimensions).mapToDouble(i -> covariance[i][i]).sum();
        double[][] vectors = diagonalised(covariance);
        List<Integer> order =
                IntStream.range(0, dimensions)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -covariance[i][i]))
                        .toList();
        double[][] places = new double[points.size()][2];
        double[] shares = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            int column = order.get(axis);
            double sign = sign(vectors, column);
            for (int n = 0; n < places.length; n++) {
                for (int i = 0; i < dimensions; i++) {
                    places[n][axis] += sign * centred[n][i] * vectors[i][column];
                }
            }
            shares[axis] = total > 0 ? Math.max(0, covariance[column][column]) / total : 0;
        }
        return new PrincipalPlane(places, shares);
    }

    private static double[][] centred(List<float[]> points, int dimensions) {
        double[] mean = new double[dimensions];
        points.forEach(p -> IntStream.range(0, dimensions).forEach(i -> mean[i] += p[i]));
        return points.stream()
                .map(
                        p ->
                                IntStream.range(0, dimensions)
                                        .mapToDouble(i -> p[i] - mean[i] / points.size())
                                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] covariance(double[][] centred, int dimensions) {
        double[][] sums = new double[dimensions][dimensions];
        for (double[] point : centred) {
            for (int i = 0; i < dimensions; i++) {
                for (int j = 0; j < dimensions; j++) {
                    sums[i][j] += point[i] * point[j] / centred.length;
                }
            }
        }
        return sums;
    }

    /** Makes a symmetric matrix diagonal in place and gives its eigenvectors as columns. */
    private static double[][] diagonalised(double[][] matrix) {
        int n = matrix.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        double scale = IntStream.range(0, n).mapToDouble(i -> matrix[i][i]).sum();
        for (int sweep = 0;
                sweep < MOST_SWEEPS && beside(matrix) > SMALL * scale * scale;
                sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(matrix, vectors, p, q);
                }
            }
        }
        return vectors;
    }

    /** Sum of squares beside the diagonal. */
    private static double beside(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * matrix[i][j] * matrix[i][j];
            }
        }
        return sum;
    }

    /** The rotation after which the entry of p and q is 0. */
    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        if (matrix[p][q] == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (double[] row : matrix) {
            turn(row, p, q, cosine, sine);
        }
        for (int i = 0; i < matrix.length; i++) {
            double a = matrix[p][i];
            double b = matrix[q][i];
            matrix[p][i] = cosine * a - sine * b;
            matrix[q][i] = sine * a + cosine * b;
        }
        for (double[] row : vectors) {
            turn(row, p, q, cosine, sine);
        }
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double a = row[p];
        double b = row[q];
        row[p] = cosine * a - sine * b;
        row[q] = sine * a + cosine * b;
    }

    private static double sign(double[][] vectors, int column) {
        double largest = 0;
        for (double[] row : vectors) {
            largest = Math.abs(row[column]) > Math.abs(largest) ? row[column] : largest;
        }
        return largest < 0 ? -1 : 1;
    }
}
