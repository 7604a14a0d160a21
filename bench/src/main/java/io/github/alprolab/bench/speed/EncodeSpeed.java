package io.github.alprolab.bench.speed;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.retrieval.FeatureEncoder;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.bench.training.BenchmarkSize;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.List;

/** Clips from pixels in memory to unit vectors, as a retrieval encodes them. */
final class EncodeSpeed {
    private static final long CACHE = 1L << 30;

    private EncodeSpeed() {}

    static void measure(SpeedSettings settings) {
        BenchmarkSize size = settings.size();
        RandomModel random = RandomModel.of(settings.config());
        List<Pair> pairs = new MemoryClips(size, random.words()).pairs(settings.batch());
        try (Compute compute = Compute.open(DeviceChoice.CPU, settings.encoding());
                Tokenizer tokenizer = Tokenizer.bertUncased()) {
            AlproModel model = random.on(compute);
            FeatureEncoder encoder =
                    new FeatureEncoder(compute, model, batches(random, tokenizer, settings));
            Stopwatch watch =
                    new Stopwatch(settings.steps(), settings.input(), t -> print(settings, t));
            boolean more = true;
            while (more) {
                more = watch.goesOn(() -> encoder.videos(pairs, pairs.size(), false).close());
            }
        }
    }

    /** Makes batches for a model, clips kept in memory. */
    static BatchMaker batches(RandomModel model, Tokenizer tokenizer, SpeedSettings settings) {
        return new BatchMaker(
                model.config().video(),
                tokenizer,
                model.vocabulary(),
                settings.size().words(),
                FrameCache.ofBytes(CACHE));
    }

    private static void print(SpeedSettings settings, Stopwatch.Times times) {
        SpeedBenchmark.line("encode", settings, times, settings.flops().video()).print();
    }
}
