package io.github.alprolab.bench.retrieval;

import java.util.List;
import java.util.Random;

/**
 * Many vectors made of few real ones: laid into a wider space by a fixed map that keeps their
 * cosines, and moved a little in every direction of it. Real features lie in bundles and not evenly
 * over the sphere, which is what a graph of neighbours finds easy or hard.
 */
final class SpreadFeatures {
    /** Length of what is added to a unit vector: cosines of about 0.9 with the one it came from. */
    private static final double NOISE = 0.5;

    private final List<float[]> real;
    private final float[][] map;
    private final int width;

    /**
     * @param real unit vectors
     * @param width of the vectors to be made, at least that of the real ones
     */
    SpreadFeatures(List<float[]> real, int width) {
        this.real = real;
        this.width = width;
        this.map = orthonormal(real.get(0).length, width);
    }

    /** The vector of a number; the same every time. */
    float[] vector(int number) {
        float[] vector = laid(real.get(number % real.size()));
        Random random = new Random(number);
        for (int i = 0; i < width; i++) {
            vector[i] += (float) (NOISE / Math.sqrt(width) * random.nextGaussian());
        }
        return unit(vector);
    }

    /** A real vector in the wider space. */
    float[] laid(float[] vector) {
        float[] wide = new float[width];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < width; j++) {
                wide[j] += vector[i] * map[i][j];
            }
        }
        return unit(wide);
    }

    private static float[][] orthonormal(int rows, int columns) {
        Random random = new Random(1);
        float[][] all = new float[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns; i++) {
                all[row][i] = (float) random.nextGaussian();
            }
            for (int before = 0; before < row; before++) {
                double along = 0;
                for (int i = 0; i < columns; i++) {
                    along += all[row][i] * all[before][i];
                }
                for (int i = 0; i < columns; i++) {
                    all[row][i] -= (float) along * all[before][i];
                }
            }
            unit(all[row]);
        }
        return all;
    }

    private static float[] unit(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }
}
