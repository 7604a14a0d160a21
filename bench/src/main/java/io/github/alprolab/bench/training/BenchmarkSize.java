package io.github.alprolab.bench.training;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import java.util.Locale;

/** What is measured: sizes of models, with the batches and texts that they are given. */
public enum BenchmarkSize {
    /** {@link AlproConfig#tiny} over the words and entities of coloured clips. */
    LAB(lab(), 64, 8, 8),
    /** The same with a rate of 0.1 wherever the published model drops something in training. */
    LAB_DROPOUT(dropping(lab(), 0.1), 64, 8, 8),
    /** Patches a quarter as large, so that there are four times as many tokens. */
    TINY(
            new AlproConfig(
                    new VideoConfig(64, 8, 4, 128, 4, 4, 512, 0),
                    new TextConfig(2000, 128, 4, 2, 4, 512, 64, 0),
                    64),
            32,
            20,
            200),
    /**
     * The published size (paper section 4.1), which drops nothing here where it is not asked to.
     */
    BASE(dropping(AlproConfig.base(), 0), 2, 30, 1000),
    /** A step in milliseconds, for tests, with dropout. */
    MINIMAL(
            new AlproConfig(
                    new VideoConfig(32, 8, 2, 32, 2, 4, 64, 0.1),
                    new TextConfig(17, 32, 2, 1, 4, 64, 16, 0.1),
                    16),
            4,
            8,
            8);

    private final AlproConfig config;
    private final int batch;
    private final int words;
    private final int entities;

    BenchmarkSize(AlproConfig config, int batch, int words, int entities) {
        this.config = config;
        this.batch = batch;
        this.words = words;
        this.entities = entities;
    }

    private static AlproConfig lab() {
        return new AlproConfig(
                new VideoConfig(64, 16, 4, 128, 4, 4, 512, 0),
                new TextConfig(17, 128, 4, 2, 4, 512, 64, 0),
                64);
    }

    /** The same model with this rate wherever the published one drops something in training. */
    public static AlproConfig dropping(AlproConfig of, double rate) {
        VideoConfig v = of.video();
        TextConfig t = of.text();
        return of.video(
                        new VideoConfig(
                                v.imageSize(),
                                v.patch(),
                                v.frames(),
                                v.width(),
                                v.depth(),
                                v.heads(),
                                v.feedForward(),
                                rate))
                .text(
                        new TextConfig(
                                t.vocabulary(),
                                t.width(),
                                t.layers(),
                                t.fusionLayer(),
                                t.heads(),
                                t.feedForward(),
                                t.positions(),
                                rate));
    }

    /** From its name in small letters, as options give it. */
    public static BenchmarkSize of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public AlproConfig config() {
        return config;
    }

    /** Clips of a batch where no other number is asked for. */
    public int batch() {
        return batch;
    }

    /** L, word pieces of every text, start and end included. */
    public int words() {
        return words;
    }

    /** E, entities that the prompter tells apart. */
    public int entities() {
        return entities;
    }

    /** As options name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
