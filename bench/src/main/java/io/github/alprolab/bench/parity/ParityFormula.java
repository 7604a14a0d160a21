package io.github.alprolab.bench.parity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Weights and inputs of the parity cases, from names alone; see the README beside the cases. */
public final class ParityFormula {
    private ParityFormula() {}

    /** Uniform values in plus and minus {@code scale}. */
    public static float[] signed(String key, long[] shape, double scale) {
        float[] values = new float[count(shape)];
        long start = start(key);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * uniform(start + i) - 1) * scale);
        }
        return values;
    }

    public static long[] integers(String key, long[] shape, int least, int above) {
        long[] values = new long[count(shape)];
        long start = start(key);
        for (int i = 0; i < values.length; i++) {
            values[i] = least + (long) Math.floor(uniform(start + i) * (above - least));
        }
        return values;
    }

    /** The value of a weight by its state-dict name. */
    public static float[] weight(String salt, String name, long[] shape, double deviation) {
        String leaf = name.substring(name.lastIndexOf('.') + 1);
        String[] path = name.split("\\.");
        String parent = path.length > 1 ? path[path.length - 2] : "";
        if (leaf.equals("temp")) {
            return new float[] {0.07f};
        }
        if (leaf.endsWith("prompt_feat")) {
            return unitRows(signed(salt + ":" + name, shape, 1), (int) shape[1]);
        }
        if (leaf.equals("weight") && parent.toLowerCase(java.util.Locale.ROOT).contains("norm")) {
            float[] values = signed(salt + ":" + name, shape, 0.1);
            for (int i = 0; i < values.length; i++) {
                values[i] += 1;
            }
            return values;
        }
        return signed(salt + ":" + name, shape, deviation * Math.sqrt(3));
    }

    static int count(long[] shape) {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    private static float[] unitRows(float[] values, int width) {
        for (int row = 0; row < values.length / width; row++) {
            double squares = 0;
            for (int i = 0; i < width; i++) {
                squares += (double) values[row * width + i] * values[row * width + i];
            }
            for (int i = 0; i < width; i++) {
                values[row * width + i] /= (float) Math.sqrt(squares);
            }
        }
        return values;
    }

    private static long start(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() << 32;
    }

    /** The two rounds of splitmix64 over a place, as a share of 1. */
    private static double uniform(long place) {
        long z = place + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 11) * 0x1.0p-53;
    }
}
