package io.github.alprolab.alpro.random;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;

/**
 * Independent generators derived from one seed.
 *
 * @param seed root of all streams
 */
public record RandomStreams(long seed) {

    /** The stream of a name, from its start. */
    public RandomGenerator stream(String name) {
        return generator(seedOf(name, 0));
    }

    /** The stream of a name at a step or epoch: the same whenever and in whatever order asked. */
    public RandomGenerator stream(String name, long step) {
        return generator(seedOf(name, step));
    }

    /** A seed for generators outside Java, such as the engine's. */
    public long seedOf(String name, long step) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return mix(mix(seed ^ (crc.getValue() << 20)) + step);
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** The finaliser of splitmix64: neighbouring inputs give unrelated outputs. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
