package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.datasets.survey.ReadablePairs;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Data sets with what is expensive to ask them twice: pairs, hash and decoded frames. Shared by all
 * copies of a {@link Pairs}; remembering changes no answer.
 */
final class PairSource {
    private static final double SHARE_OF_HEAP = 0.15;
    private static final long LARGEST_CACHE = 1L << 30;

    /** What was not looked at by then is by the next question, or by the training. */
    private static final Duration LONGEST_SURVEY = Duration.ofSeconds(20);

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration AFTER_A_SECOND = Duration.ofSeconds(1);

    private final List<PairDataset> datasets;
    private final FrameCache cache;
    private final Map<Split, List<Pair>> pairs;
    private final Map<String, String> hash;
    private final UnreadableClips unreadable;
    private final Map<Part, List<Pair>> sound = new ConcurrentHashMap<>();

    private record Part(Split split, int limit) {}

    PairSource(List<PairDataset> datasets) {
        this.datasets = List.copyOf(datasets);
        long share = (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP);
        this.cache = FrameCache.ofBytes(Math.min(share, LARGEST_CACHE));
        this.pairs = new ConcurrentHashMap<>();
        this.hash = new ConcurrentHashMap<>();
        this.unreadable = UnreadableClips.FAIL;
    }

    private PairSource(PairSource same, UnreadableClips unreadable) {
        this.datasets = same.datasets;
        this.cache = same.cache;
        this.pairs = same.pairs;
        this.hash = same.hash;
        this.unreadable = unreadable;
    }

    /** The same data with another policy for clips that cannot be read. */
    PairSource unreadable(UnreadableClips policy) {
        return new PairSource(this, Objects.requireNonNull(policy, "unreadable"));
    }

    UnreadableClips unreadable() {
        return unreadable;
    }

    /** The first pairs of a split, whether or not their clips can be read. */
    List<Pair> given(Split split, int limit) {
        return pairs(split).stream().limit(limit).toList();
    }

    /** Those of them that are used: all, or those that can be read where the others are skipped. */
    List<Pair> used(Split split, int limit) {
        List<Pair> given = given(split, limit);
        return unreadable == UnreadableClips.SKIP
                ? sound.computeIfAbsent(new Part(split, limit), part -> sound(given))
                : given;
    }

    private static List<Pair> sound(List<Pair> given) {
        // Opens the clips on all processors, and tells how far it is.
        survey(given, () -> false);
        int threads = Runtime.getRuntime().availableProcessors();
        return ReadablePairs.check(given, threads).pairs();
    }

    /** What is known of the clips of some pairs, and what can be found out in some seconds. */
    static ClipSurvey survey(List<Pair> given) {
        long start = System.nanoTime();
        return survey(given, () -> System.nanoTime() - start > LONGEST_SURVEY.toNanos());
    }

    private static ClipSurvey survey(List<Pair> given, BooleanSupplier enough) {
        try (Waiting waiting = new Waiting("looking at videos", AFTER_A_SECOND)) {
            return ClipSurvey.of(
                    given.stream().map(Pair::clip).toList(),
                    enough,
                    done -> waiting.ready(done, given.size()));
        }
    }

    List<PairDataset> datasets() {
        return datasets;
    }

    FrameCache cache() {
        return cache;
    }

    private List<Pair> pairs(Split split) {
        return pairs.computeIfAbsent(split, this::read);
    }

    /** Of all data sets in their order. */
    String hash() {
        return hash.computeIfAbsent("", key -> sum());
    }

    private String sum() {
        Digest sum = Digest.sha256();
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
        try (Waiting rendering = new Waiting("rendering moving sprites", AT_ONCE)) {
            sprites.prepare(rendering::ready);
        }
    }

    /** Tells of work on clips where there is some and it takes a while. */
    private static final class Waiting implements AutoCloseable {
        private final String work;
        private final Duration quiet;
        private final long start = System.nanoTime();
        private int found = -1;
        private Progress progress;

        Waiting(String work, Duration quiet) {
            this.work = work;
            this.quiet = quiet;
        }

        void ready(int ready, int total) {
            if (found < 0) {
                found = ready;
            }
            boolean early = System.nanoTime() - start < quiet.toNanos();
            if (progress == null && (ready == total || early)) {
                return;
            }
            if (progress == null) {
                progress = FrontEnd.current().start();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double left = ready == found ? Double.NaN : seconds / (ready - found) * (total - ready);
            progress.show(new State(work, "", ready, total, "clips", List.of(), seconds, left));
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
            }
        }
    }
}
