package io.github.alprolab.dsl;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.FrameCache;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Clips with captions, and how they are looked at. A value: each edit returns a copy.
 *
 * <pre>{@code
 * var pairs = Pairs.of(Datasets.movingSprites()).frames(4).size(64);
 * }</pre>
 */
public final class Pairs implements Shown {
    private static final long SAMPLE_SEED = 42;

    private final PairSource source;
    private final int frames;
    private final int size;
    private final FrameSampling sampling;
    private final int words;
    private final Optional<Split> only;
    private final int limit;

    private Pairs(
            PairSource source,
            int frames,
            int size,
            FrameSampling sampling,
            int words,
            Optional<Split> only,
            int limit) {
        this.source = source;
        this.frames = Range.atLeast(1, frames, "frames");
        this.size = Range.atLeast(1, size, "size");
        this.sampling = Objects.requireNonNull(sampling, "sampling");
        this.words = Range.atLeast(3, words, "words");
        this.only = only;
        this.limit = Range.atLeast(1, limit, "limit");
    }

    /** 4 frames of 64 pixels, head-tail sampling, 30 words. */
    public static Pairs of(PairDataset first, PairDataset... more) {
        List<PairDataset> all = Stream.concat(Stream.of(first), Stream.of(more)).toList();
        return new Pairs(
                new PairSource(all),
                4,
                64,
                FrameSampling.headTail(),
                30,
                Optional.empty(),
                Integer.MAX_VALUE);
    }

    public int frames() {
        return frames;
    }

    /**
     * With another number of frames a clip, T.
     *
     * @param count at least 1; the paper pre-trains on 4 and retrieves with 8
     */
    public Pairs frames(int count) {
        return new Pairs(source, count, size, sampling, words, only, limit);
    }

    public int size() {
        return size;
    }

    /**
     * With frames of another size.
     *
     * @param pixels height and width, a multiple of the encoder's patch
     */
    public Pairs size(int pixels) {
        return new Pairs(source, frames, pixels, sampling, words, only, limit);
    }

    public FrameSampling sampling() {
        return sampling;
    }

    /** With another rule for which frames a training clip shows; evaluation samples evenly. */
    public Pairs sampling(FrameSampling rule) {
        return new Pairs(source, frames, size, rule, words, only, limit);
    }

    public int words() {
        return words;
    }

    /**
     * With another longest text.
     *
     * @param most word pieces, start and end included; at least 3
     */
    public Pairs words(int most) {
        return new Pairs(source, frames, size, sampling, most, only, limit);
    }

    /** The split that is left, where one was chosen. */
    public Optional<Split> only() {
        return only;
    }

    /** The pairs of one split alone. */
    public Pairs only(Split split) {
        return new Pairs(source, frames, size, sampling, words, Optional.of(split), limit);
    }

    /**
     * The first pairs of each split.
     *
     * @param most at least 1
     */
    public Pairs limit(int most) {
        return new Pairs(source, frames, size, sampling, words, only, most);
    }

    /** What is done about clips that cannot be read. */
    public UnreadableClips unreadable() {
        return source.unreadable();
    }

    /**
     * With another policy for clips that cannot be read. {@code check()} counts them and names the
     * first.
     *
     * <pre>{@code
     * pairs.unreadable(UnreadableClips.SKIP)
     * }</pre>
     *
     * @param policy {@link UnreadableClips#FAIL} by default; {@link UnreadableClips#SKIP} looks at
     *     every clip before anything else and leaves those out; {@link UnreadableClips#REPLACE}
     *     puts another pair in the place in training, and fails in evaluation
     */
    public Pairs unreadable(UnreadableClips policy) {
        return new Pairs(source.unreadable(policy), frames, size, sampling, words, only, limit);
    }

    /** The pairs of a split that are used; none where another one was chosen. */
    public List<Pair> pairs(Split split) {
        return isLeft(split) ? source.used(split, limit) : List.of();
    }

    /** The same with those whose clips cannot be read. */
    List<Pair> given(Split split) {
        return isLeft(split) ? source.given(split, limit) : List.of();
    }

    private boolean isLeft(Split split) {
        return only.isEmpty() || only.get() == split;
    }

    /** All pairs that are left, TRAIN first. */
    public List<Pair> all() {
        return Stream.of(Split.values()).flatMap(s -> pairs(s).stream()).toList();
    }

    List<Pair> allGiven() {
        return Stream.of(Split.values()).flatMap(s -> given(s).stream()).toList();
    }

    /** Hex SHA-256 of what the data is made from. */
    public String hash() {
        return source.hash();
    }

    /**
     * A few clips, always the same for the same pairs.
     *
     * @param count at least 1; fewer are given where there are fewer
     */
    public Clips sample(int count) {
        Range.atLeast(1, count, "sample");
        List<Pair> some = new ArrayList<>(all());
        long seed = new RandomStreams(SAMPLE_SEED).seedOf("pairs.sample", 0);
        Collections.shuffle(some, new Random(seed));
        return new Clips(some.stream().limit(count).map(this::clip).toList());
    }

    /** Counts, caption lengths and hash of every split. */
    public DataTable describe() {
        return PairsTable.of(this);
    }

    Clip clip(Pair pair) {
        return new Clip(pair, frames, size, source.cache());
    }

    FrameCache cache() {
        return source.cache();
    }

    String name() {
        return String.join(" + ", source.datasets().stream().map(PairDataset::name).toList());
    }

    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        all.put("datasets", source.datasets().stream().map(PairDataset::name).toList());
        all.put("frames", frames);
        all.put("size", size);
        all.put("sampling", sampling.name());
        all.put("words", words);
        all.put("only", only.map(Split::name).orElse("all"));
        if (unreadable() != UnreadableClips.FAIL) {
            all.put("unreadable", unreadable().name());
        }
        all.put("limit", limit == Integer.MAX_VALUE ? "none" : (Object) limit);
        return all;
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pairs that
                && settings().equals(that.settings())
                && source.datasets().equals(that.source.datasets());
    }

    @Override
    public int hashCode() {
        return settings().hashCode();
    }

    @Override
    public String toString() {
        return "Pairs.of("
                + String.join(", ", source.datasets().stream().map(Object::toString).toList())
                + ").frames("
                + frames
                + ").size("
                + size
                + ").words("
                + words
                + ")"
                + (unreadable() == UnreadableClips.FAIL
                        ? ""
                        : ".unreadable(UnreadableClips." + unreadable() + ")")
                + only.map(s -> ".only(Split." + s + ")").orElse("")
                + (limit == Integer.MAX_VALUE ? "" : ".limit(" + limit + ")");
    }
}
