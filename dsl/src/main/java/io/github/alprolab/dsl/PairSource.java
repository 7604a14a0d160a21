package io.github.alprolab.dsl;

import io.github.alprolab.datasets.FrameCache;
import io.github.alprolab.datasets.MovingSprites;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.record.Sha256;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Data sets with what is expensive to ask them twice: pairs, hash and decoded frames. Shared by all
 * copies of a {@link Pairs}; remembering changes no answer.
 */
final class PairSource {
    private static final double SHARE_OF_HEAP = 0.15;
    private static final long LARGEST_CACHE = 1L << 30;

    private final List<PairDataset> datasets;
    private final FrameCache cache;
    private final Map<Split, List<Pair>> pairs = new ConcurrentHashMap<>();
    private final Map<String, String> hash = new ConcurrentHashMap<>();

    PairSource(List<PairDataset> datasets) {
        this.datasets = List.copyOf(datasets);
        long share = (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP);
        this.cache = FrameCache.ofBytes(Math.min(share, LARGEST_CACHE));
    }

    List<PairDataset> datasets() {
        return datasets;
    }

    FrameCache cache() {
        return cache;
    }

    List<Pair> pairs(Split split) {
        return pairs.computeIfAbsent(split, this::read);
    }

    /** Of all data sets in their order. */
    String hash() {
        return hash.computeIfAbsent("", key -> sum());
    }

    private String sum() {
        Sha256 sum = new Sha256();
        datasets.forEach(d -> sum.add(NoData.advised(d::hash)));
        return sum.hex();
    }

    private List<Pair> read(Split split) {
        return datasets.stream().flatMap(d -> read(d, split).stream()).toList();
    }

    private static List<Pair> read(PairDataset dataset, Split split) {
        // Rendering the training clips takes long enough to be told about.
        if (dataset instanceof MovingSprites sprites && split == Split.TRAIN) {
            render(sprites);
        }
        return NoData.advised(() -> dataset.pairs(split));
    }

    private static void render(MovingSprites sprites) {
        try (Rendering rendering = new Rendering()) {
            sprites.prepare(rendering::ready);
        }
    }

    /** Tells of rendering where there is something to render. */
    private static final class Rendering implements AutoCloseable {
        private final long start = System.nanoTime();
        private int found = -1;
        private Progress progress;

        void ready(int ready, int total) {
            if (found < 0) {
                found = ready;
            }
            if (ready == total && progress == null) {
                return;
            }
            if (progress == null) {
                progress = FrontEnd.current().start();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double left = ready == found ? Double.NaN : seconds / (ready - found) * (total - ready);
            progress.show(
                    new State(
                            "rendering moving sprites",
                            "",
                            ready,
                            total,
                            "clips",
                            List.of(),
                            seconds,
                            left));
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
            }
        }
    }
}
