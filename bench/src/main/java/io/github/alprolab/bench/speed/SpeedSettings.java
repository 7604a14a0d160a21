package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.tensor.PrecisionProbe;
import io.github.alprolab.bench.training.BenchmarkOptions;
import io.github.alprolab.bench.training.BenchmarkSize;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a measurement.
 *
 * @param size of the model
 * @param precision of the encoders' products
 * @param threads inside one operation of the engine
 * @param batch clips of a batch
 * @param steps that are measured
 * @param dropout whether values are dropped in training, at the published rate of 0.1
 * @param checkpointing whether blocks are computed again in the backward pass
 * @param chunks parts that a batch of a training is computed in
 * @param texts of a ranking
 * @param clips of a ranking
 * @param turns whether every line of the standard input asks for as many steps again
 */
record SpeedSettings(
        BenchmarkSize size,
        Precision precision,
        int threads,
        int batch,
        int steps,
        boolean dropout,
        boolean checkpointing,
        int chunks,
        int texts,
        int clips,
        boolean turns) {
    private static final int THOUSAND = 1000;
    private static final double DROPPED = 0.1;

    /** Reads the options of a benchmark; ends the program where one is wrong. */
    static SpeedSettings of(String... arguments) {
        BenchmarkOptions options =
                BenchmarkOptions.of(
                        arguments,
                        Map.ofEntries(
                                Map.entry("size", "lab|tiny|base"),
                                Map.entry("precision", "fp32|bf16|fp16|auto"),
                                Map.entry("threads", ""),
                                Map.entry("batch", ""),
                                Map.entry("steps", ""),
                                Map.entry("dropout", "false|true"),
                                Map.entry("checkpointing", "false|true"),
                                Map.entry("chunks", ""),
                                Map.entry("texts", ""),
                                Map.entry("clips", ""),
                                Map.entry("turns", "false|true")));
        BenchmarkSize size = options.size();
        return new SpeedSettings(
                size,
                Precision.valueOf(options.word("precision").toUpperCase(Locale.ROOT)),
                options.number("threads", Runtime.getRuntime().availableProcessors()),
                options.number("batch", size.batch()),
                options.number("steps", usualSteps(size)),
                options.flag("dropout"),
                options.flag("checkpointing"),
                options.number("chunks", 1),
                options.number("texts", THOUSAND),
                options.number("clips", THOUSAND),
                options.flag("turns"));
    }

    /** What encoders outside a training compute in; one of the choice is measured here. */
    Precision encoding() {
        int tokens = batch * (1 + config().video().patches() * config().video().frames());
        return precision == Precision.AUTO
                ? PrecisionProbe.of(
                                DeviceChoice.CPU, Precision.BF16, tokens, config().video().width())
                        .faster()
                : precision;
    }

    private static int usualSteps(BenchmarkSize size) {
        return switch (size) {
            case BASE -> 3;
            case TINY -> 12;
            default -> 24;
        };
    }

    /** Lines that ask for measurements; empty where one is made at once. */
    Optional<BufferedReader> input() {
        return turns
                ? Optional.of(
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** Of the model, with what it drops. */
    AlproConfig config() {
        return BenchmarkSize.dropping(size.config(), dropout ? DROPPED : 0);
    }

    Flops flops() {
        return new Flops(config(), size.words());
    }
}
