package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;

/**
 * How a batch is computed in parts.
 *
 * @param parts how many, at least 2
 * @param seed root of dropout and stochastic depth
 * @param recompute whether blocks are computed again in the backward pass
 */
record Parted(int parts, long seed, boolean recompute) {

    /** Parts of every batch: as many chunks on each device. */
    static int count(TrainConfig config) {
        return config.get(TrainConfig.CHUNKS) * config.device().each().size();
    }

    /**
     * Does nothing where a batch falls into equal parts.
     *
     * @throws IllegalArgumentException where it does not
     */
    static void require(TrainConfig config) {
        int chunks = config.get(TrainConfig.CHUNKS);
        int devices = config.device().each().size();
        if (devices > 1 && config.batch() % (devices * chunks) != 0) {
            throw new IllegalArgumentException(
                    "A batch of %d clips in %d chunks on each of %d devices is given; allowed is a batch that their product divides, such as %d."
                            .formatted(
                                    config.batch(),
                                    chunks,
                                    devices,
                                    ((config.batch() - 1) / (devices * chunks) + 1)
                                            * devices
                                            * chunks));
        }
        if (config.batch() % chunks != 0) {
            throw new IllegalArgumentException(
                    "A batch of %d clips in %d chunks is given; allowed is a number of chunks that divides it, such as %d."
                            .formatted(config.batch(), chunks, divisor(config.batch(), chunks)));
        }
    }

    /** The largest number of equal parts below another. */
    private static int divisor(int batch, int below) {
        int parts = Math.min(below, batch);
        while (batch % parts != 0) {
            parts--;
        }
        return parts;
    }
}
