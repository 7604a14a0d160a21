package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.QuestionDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.datasets.survey.ReadablePairs;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Data sets with what is expensive to ask them twice: pairs, hash and decoded frames. Shared by all
 * copies of one value; remembering changes no answer.
 */
public final class PairSource {
    private static final double SHARE_OF_HEAP = 0.15;

    /** What was not looked at by then is by the next question, or by the training. */
    private static final Duration LONGEST_SURVEY = Duration.ofSeconds(20);

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration AFTER_A_SECOND = Duration.ofSeconds(1);

    /** Data sets that take turns; those of one entry are one pool. */
    private final List<List<PairDataset>> parts;

    private final FrameCache memory;
    private final Optional<FramesOnDisk> disk;
    private final Map<Part, List<Pair>> pairs;
    private final Map<String, String> hash;
    private final UnreadableClips unreadable;
    private final Map<Part, List<Pair>> sound = new ConcurrentHashMap<>();

    private record Part(int number, Split split, int limit) {}

    /** Of data sets in this order, with a cache of frames; FAIL where clips cannot be read. */
    public PairSource(List<PairDataset> datasets) {
        this(
                List.of(List.copyOf(datasets)),
                FrameCache.ofHeap(SHARE_OF_HEAP),
                Optional.empty(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                UnreadableClips.FAIL);
    }

    private PairSource(
            List<List<PairDataset>> parts,
            FrameCache memory,
            Optional<FramesOnDisk> disk,
            Map<Part, List<Pair>> pairs,
            Map<String, String> hash,
            UnreadableClips unreadable) {
        this.parts = parts;
        this.memory = memory;
        this.disk = disk;
        this.pairs = pairs;
        this.hash = hash;
        this.unreadable = unreadable;
    }

    /** The same data with another policy for clips that cannot be read. */
    public PairSource unreadable(UnreadableClips policy) {
        Objects.requireNonNull(policy, "unreadable");
        return new PairSource(parts, memory, disk, pairs, hash, policy);
    }

    /** With one more data set that has turns of its own. */
    public PairSource and(PairDataset more) {
        List<List<PairDataset>> all = new ArrayList<>(parts);
        all.add(List.of(more));
        return new PairSource(
                List.copyOf(all),
                memory,
                disk,
                new ConcurrentHashMap<>(pairs),
                new ConcurrentHashMap<>(),
                unreadable);
    }

    /** The same policy and frames for another data set. */
    PairSource insteadOf(PairDataset other) {
        return new PairSource(
                List.of(List.of(other)),
                memory,
                disk,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                unreadable);
    }

    /** With decoded frames kept on disk, up to a limit. */
    public PairSource cacheOnDisk(double gibibytes) {
        FramesOnDisk frames = new FramesOnDisk(memory, gibibytes);
        return new PairSource(parts, memory, Optional.of(frames), pairs, hash, unreadable);
    }

    /** What is done about clips that cannot be read. */
    public UnreadableClips unreadable() {
        return unreadable;
    }

    /** How many data sets take turns. */
    public int parts() {
        return parts.size();
    }

    /** What reports call one of them. */
    public String name(int part) {
        return named(parts.get(part));
    }

    /** What reports call data sets. */
    public static String named(List<PairDataset> some) {
        return String.join(" + ", some.stream().map(PairDataset::name).toList());
    }

    /** The first pairs of a split, of each part, whether or not their clips can be read. */
    public List<Pair> given(Split split, int limit) {
        return each(part -> given(part, split, limit));
    }

    /** The same of one part. */
    public List<Pair> given(int part, Split split, int limit) {
        return pairs(part, split).stream().limit(limit).toList();
    }

    /** Those of them that are used: all, or those that can be read where the others are skipped. */
    public List<Pair> used(Split split, int limit) {
        return each(part -> used(part, split, limit));
    }

    /** The same of one part. */
    public List<Pair> used(int part, Split split, int limit) {
        List<Pair> given = given(part, split, limit);
        return unreadable == UnreadableClips.SKIP
                ? sound.computeIfAbsent(
                        new Part(part, split, limit), key -> readable(given).pairs())
                : given;
    }

    private List<Pair> each(IntFunction<List<Pair>> some) {
        return IntStream.range(0, parts.size()).mapToObj(some).flatMap(List::stream).toList();
    }

    /** Those of some pairs whose clips can be read, and why the others cannot; looks at all. */
    public static ReadablePairs readable(List<Pair> given) {
        // Opens the clips on all processors, and tells how far it is.
        survey(given, () -> false);
        int threads = Runtime.getRuntime().availableProcessors();
        return ReadablePairs.check(given, threads);
    }

    /** What is known of the clips of some pairs, and what can be found out in some seconds. */
    public static ClipSurvey survey(List<Pair> given) {
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

    /** All of them, those of the first part first. */
    public List<PairDataset> datasets() {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** Those of the first part. */
    public List<PairDataset> pool() {
        return parts.get(0);
    }

    /** Of decoded frames. */
    public FrameCache cache() {
        return disk.map(FramesOnDisk::cache).orElse(memory);
    }

    private List<Pair> pairs(int part, Split split) {
        return pairs.computeIfAbsent(
                new Part(part, split, Integer.MAX_VALUE),
                key -> parts.get(part).stream().flatMap(d -> read(d, split).stream()).toList());
    }

    /** Of all data sets in their order. */
    public String hash() {
        return hash.computeIfAbsent("", key -> sum());
    }

    private String sum() {
        Digest sum = Digest.sha256();
        datasets().forEach(d -> sum.add(NoData.advised(d::hash)));
        return sum.hex();
    }

    private static List<Pair> read(PairDataset dataset, Split split) {
        render(dataset, split);
        return NoData.advised(() -> dataset.pairs(split));
    }

    /** The questions of a split. */
    static List<VideoQuestion> asked(QuestionDataset dataset, Split split) {
        render(dataset, split);
        return NoData.advised(() -> dataset.asked(split));
    }

    /** Rendering the training clips takes long enough to be told about. */
    private static void render(Object dataset, Split split) {
        if (dataset instanceof MovingSprites sprites && split == Split.TRAIN) {
            render(sprites);
        }
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
