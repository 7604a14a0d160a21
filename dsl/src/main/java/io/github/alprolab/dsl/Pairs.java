package io.github.alprolab.dsl;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private static final Schema PAIRS = new Schema("Pairs");
    static final Setting<Integer> FRAMES =
            PAIRS.add(
                    Setting.count("frames", 4, 1)
                            .says(
                                    "T, frames of a clip; the paper pre-trains on 4 and retrieves"
                                            + " with 8",
                                    "paper 4.1"));
    static final Setting<Integer> SIZE =
            PAIRS.add(
                    Setting.count("size", 64, 1)
                            .in("pixels")
                            .says("height and width of a frame, a multiple of the patch", ""));
    static final Setting<FrameSampling> SAMPLING =
            PAIRS.add(
                    Setting.of(
                                    "sampling",
                                    FrameSampling.headTail(),
                                    new Allowed<>(
                                            "a rule of FrameSampling, your own as"
                                                    + " FrameSampling.named(\"mine\", rule):"
                                                    + " runs of rules without a name cannot be"
                                                    + " told apart",
                                            FrameSampling::isNamed),
                                    FrameSampling::toString,
                                    FrameSampling::name)
                            .reads(FrameSampling::name)
                            .says(
                                    "which frames a training clip shows; evaluation samples evenly",
                                    "published code"));
    static final Setting<Integer> WORDS =
            PAIRS.add(
                    Setting.count("words", 30, 3)
                            .in("word pieces")
                            .says("longest text, start and end included", "published code"));
    static final Setting<Optional<Split>> ONLY =
            PAIRS.add(
                    Setting.optional(Setting.choice("only", Split.TRAIN), "all")
                            .says("the one split that is left", ""));
    static final Setting<Optional<Integer>> LIMIT =
            PAIRS.add(
                    Setting.optional(Setting.count("limit", 1, 1), "none")
                            .in("pairs")
                            .says("most pairs of each split, the first ones", ""));
    static final Setting<UnreadableClips> UNREADABLE =
            PAIRS.add(
                    Setting.choice("unreadable", UnreadableClips.FAIL)
                            .identity(Identity.WHERE_CHANGED)
                            .says("what is done about clips that cannot be read", ""));
    private static final Values STANDARD = PAIRS.values();

    private final PairSource source;
    private final Values values;

    private Pairs(PairSource source, Values values) {
        this.source = source;
        this.values = values;
    }

    static Schema schema() {
        return PAIRS;
    }

    /** 4 frames of 64 pixels, head-tail sampling, 30 words. */
    public static Pairs of(PairDataset first, PairDataset... more) {
        List<PairDataset> all = Stream.concat(Stream.of(first), Stream.of(more)).toList();
        return new Pairs(new PairSource(all), STANDARD);
    }

    /** T, frames that are shown of a clip. */
    public int frames() {
        return values.get(FRAMES);
    }

    /**
     * With another number of frames a clip, T; 4 by default.
     *
     * @param count at least 1; the paper pre-trains on 4 and retrieves with 8
     */
    public Pairs frames(int count) {
        return with(FRAMES, count);
    }

    /** Height and width of a frame in pixels. */
    public int size() {
        return values.get(SIZE);
    }

    /**
     * With frames of another size; 64 by default.
     *
     * @param pixels height and width, at least 1, a multiple of the encoder's patch
     */
    public Pairs size(int pixels) {
        return with(SIZE, pixels);
    }

    /** Which frames a training clip shows. */
    public FrameSampling sampling() {
        return values.get(SAMPLING);
    }

    /**
     * With another rule for which frames a training clip shows; head-tail by default. Evaluation
     * samples evenly.
     *
     * @param rule a rule of FrameSampling, your own as {@code FrameSampling.named("mine", rule)}:
     *     runs of rules without a name cannot be told apart
     */
    public Pairs sampling(FrameSampling rule) {
        return with(SAMPLING, rule);
    }

    /** L at most: word pieces of a caption, start and end included. */
    public int words() {
        return values.get(WORDS);
    }

    /**
     * With another longest text; 30 by default.
     *
     * @param most word pieces, start and end included; at least 3
     */
    public Pairs words(int most) {
        return with(WORDS, most);
    }

    /** The split that is left, where one was chosen. */
    public Optional<Split> only() {
        return values.get(ONLY);
    }

    /** The pairs of one split alone, one of TRAIN, VALIDATION, TEST; all by default. */
    public Pairs only(Split split) {
        return with(ONLY, Optional.of(split));
    }

    /** Most pairs of each split, where there is a limit. */
    public Optional<Integer> limit() {
        return values.get(LIMIT);
    }

    /**
     * The first pairs of each split; none are left out by default.
     *
     * @param most at least 1
     */
    public Pairs limit(int most) {
        return with(LIMIT, Optional.of(most));
    }

    private <T> Pairs with(Setting<T> setting, T value) {
        return new Pairs(source, Advised.with(values, setting, value));
    }

    /** What is done about clips that cannot be read. */
    public UnreadableClips unreadable() {
        return values.get(UNREADABLE);
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
        return new Pairs(source.unreadable(policy), with(UNREADABLE, policy).values);
    }

    /** The pairs of a split that are used; none where another one was chosen. */
    public List<Pair> pairs(Split split) {
        return isLeft(split) ? source.used(split, most()) : List.of();
    }

    /** The same with those whose clips cannot be read. */
    List<Pair> given(Split split) {
        return isLeft(split) ? source.given(split, most()) : List.of();
    }

    private int most() {
        return limit().orElse(Integer.MAX_VALUE);
    }

    private boolean isLeft(Split split) {
        return only().orElse(split) == split;
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
        return new Clip(pair, frames(), size(), source.cache());
    }

    FrameCache cache() {
        return source.cache();
    }

    String name() {
        return String.join(" + ", source.datasets().stream().map(PairDataset::name).toList());
    }

    Values values() {
        return values;
    }

    /** All that is part of a run's identity but the content of the data. */
    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>(values.identity());
        all.put("datasets", source.datasets().stream().map(PairDataset::name).toList());
        return all;
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pairs that
                && values.equals(that.values)
                && source.datasets().equals(that.source.datasets());
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return source.datasets().stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", "Pairs.of(", ")" + values.calls()));
    }
}
