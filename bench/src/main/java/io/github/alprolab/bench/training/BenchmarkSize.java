package io.github.alprolab.bench.training;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;

/** Sizes of the models that are measured, with dropout and stochastic depth where named so. */
public enum BenchmarkSize {
    /** {@link AlproConfig#tiny}. */
    TINY(AlproConfig.tiny()),
    /** The same with a rate of 0.1 wherever the published model drops something in training. */
    TINY_DROPOUT(
            new AlproConfig(
                    new VideoConfig(64, 16, 4, 128, 4, 4, 512, 0.1),
                    new TextConfig(2000, 128, 4, 2, 4, 512, 64, 0.1),
                    64)),
    /** A step in milliseconds, for tests, with dropout. */
    MINIMAL(
            new AlproConfig(
                    new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0.1),
                    new TextConfig(10, 32, 2, 1, 4, 64, 16, 0.1),
                    16));

    private final AlproConfig config;

    BenchmarkSize(AlproConfig config) {
        this.config = config;
    }

    AlproConfig config() {
        return config;
    }
}
