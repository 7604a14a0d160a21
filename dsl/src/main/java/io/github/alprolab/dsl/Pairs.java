package io.github.alprolab.dsl;

import io.github.alprolab.alpro.data.MixedPart;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.train.TrainingData;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.data.PairPart;
import io.github.alprolab.dsl.data.PairSource;
import io.github.alprolab.dsl.data.PairsTable;
import io.github.alprolab.dsl.data.UsedPairs;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clips with captions, and how they are looked at. A value: each edit returns a copy.
 *
 * <pre>{@code
 * var pairs = Pairs.of(Datasets.movingSprites()).frames(4).size(64);
 * }</pre>
 */
public final class Pairs implements Shown {
    private static final Schema PAIRS = new Schema("Pairs");
    static final Setting<List<Addition>> AND =
            PAIRS.add(
                    Setting.of(
                                    "and",
                                    List.<Addition>of(),
                                    new Allowed<>(
                                            "a data set and a share above 0 and below 1",
                                            Addition::allowed),
                                    Addition::calls,
                                    Addition::json)
                            .written(Addition::calls)
                            .suchAs(".and(pictures, 0.5)")
                            .reads(Addition::words)
                            .identity(Identity.WHERE_CHANGED)
                            .says(
                                    "data sets that take turns with those before them, and their"
                                            + " shares of the updates",
                                    "published code"));
    static final Setting<Integer> FRAMES =
            PAIRS.add(ClipSettings.frames(4, "pre-trains on 4 and retrieves with 8"));
    static final Setting<Integer> SIZE = PAIRS.add(ClipSettings.size());
    static final Setting<FrameSampling> SAMPLING =
            PAIRS.add(ClipSettings.sampling(FrameSampling.headTail()));
    static final Setting<Augmentation> AUGMENT = PAIRS.add(ClipSettings.augment());
    static final Setting<Integer> WORDS = PAIRS.add(ClipSettings.words(30));
    static final Setting<Optional<Split>> ONLY = PAIRS.add(ClipSettings.only());
    static final Setting<Optional<Integer>> LIMIT = PAIRS.add(ClipSettings.limit("pairs"));
    static final Setting<UnreadableClips> UNREADABLE = PAIRS.add(ClipSettings.unreadable());
    static final Setting<Optional<Double>> CACHE_ON_DISK = PAIRS.add(ClipSettings.cacheOnDisk());
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

    /**
     * With a data set that takes turns with those before it: every update draws one, and all of its
     * clips are from it, so that videos and pictures are mixed as published and each kind is
     * labelled by its own prompts; none by default.
     *
     * <pre>{@code
     * Pairs.of(Datasets.webVid(videos)).and(Datasets.cc3m(pictures), 0.5)
     * }</pre>
     *
     * <p>Given are a data set and a share above 0 and below 1.
     *
     * @param share of the updates; the data sets before share the rest as they did
     */
    public Pairs and(PairDataset more, double share) {
        List<Addition> all = new ArrayList<>(values.get(AND));
        all.add(new Addition(Objects.requireNonNull(more, "and"), share));
        return new Pairs(source.and(more), Advised.with(values, AND, List.copyOf(all)));
    }

    /**
     * As published for pre-training: 4 frames of 224 pixels, half of them from each half of the
     * clip, 30 words, {@code Augmentation.published()}. Mixing is up to {@link #and}.
     */
    public Pairs asPublished() {
        return frames(4)
                .size(224)
                .sampling(FrameSampling.headTail())
                .words(30)
                .augment(Augmentation.published());
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

    /** How training clips are changed. */
    public Augmentation augment() {
        return values.get(AUGMENT);
    }

    /**
     * With training clips changed at random, the same for all frames of a clip and anew in every
     * epoch; none by default. Evaluation sees clips as they are. {@code
     * pairs.sample(4).augmented()} shows what it does.
     *
     * @param changes one of Augmentation, your own as {@code Augmentation.named("mine", change)}
     */
    public Pairs augment(Augmentation changes) {
        return with(AUGMENT, changes);
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

    /** The same with all splits, whichever one was chosen. */
    Pairs everySplit() {
        return with(ONLY, Optional.<Split>empty());
    }

    /** Most pairs of each split, where there is a limit. */
    public Optional<Integer> limit() {
        return values.get(LIMIT);
    }

    /**
     * The first pairs of each split, and of each data set that takes turns; none are left out by
     * default.
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

    /** Most GiB of decoded frames on disk, where some are kept there. */
    public Optional<Double> cacheOnDisk() {
        return values.get(CACHE_ON_DISK);
    }

    /**
     * With decoded frames kept on disk, in {@code frames} of {@code ALPROLAB_CACHE}, for this and
     * for later sessions; what was not used for longest is dropped. By default none are. It changes
     * no figure and is no part of a run's identity.
     *
     * @param gibibytes most bytes of all processes together, in GiB, above 0
     */
    public Pairs cacheOnDisk(double gibibytes) {
        Values changed = Advised.with(values, CACHE_ON_DISK, Optional.of(gibibytes));
        return new Pairs(source.cacheOnDisk(gibibytes), changed);
    }

    /** The pairs of a split that are used; none where another one was chosen. */
    public List<Pair> pairs(Split split) {
        return left().of(split, s -> source.used(s, most()));
    }

    /** The same with those whose clips cannot be read. */
    List<Pair> given(Split split) {
        return left().of(split, s -> source.given(s, most()));
    }

    /** The data sets that take turns, with the pairs of each that are used in a split. */
    List<PairPart> parts(Split split) {
        return parts(part -> left().of(split, s -> source.used(part, s, most())));
    }

    /** The same with those whose clips cannot be read. */
    List<PairPart> givenParts(Split split) {
        return parts(part -> left().of(split, s -> source.given(part, s, most())));
    }

    private List<PairPart> parts(IntFunction<List<Pair>> pairs) {
        List<Double> shares = Addition.shares(values.get(AND));
        return IntStream.range(0, source.parts())
                .mapToObj(i -> new PairPart(source.name(i), shares.get(i), pairs.apply(i)))
                .toList();
    }

    private int most() {
        return limit().orElse(Integer.MAX_VALUE);
    }

    private SplitChoice left() {
        return new SplitChoice(only());
    }

    /** All pairs that are left, TRAIN first. */
    public List<Pair> all() {
        return left().all(this::pairs);
    }

    List<Pair> allGiven() {
        return left().all(this::given);
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
        List<Pair> some = SplitChoice.shuffled(all(), "pairs.sample");
        return new Clips(some.stream().limit(count).map(this::clip).toList());
    }

    /** Counts, caption lengths and hash of every split. */
    public DataTable describe() {
        return PairsTable.of(
                used(),
                "%d frames of %d pixels, %s sampling%s"
                        .formatted(
                                frames(),
                                size(),
                                sampling().name(),
                                augment().isNone() ? "" : ", augmented: " + augment().name()));
    }

    /** The pairs of every split that is left. */
    UsedPairs used() {
        return new UsedPairs(
                name(),
                hash(),
                unreadable(),
                left().each(this::pairs),
                left().each(this::given),
                parts(Split.TRAIN));
    }

    /** What a training reads. */
    TrainingData training() {
        List<PairPart> train = givenParts(Split.TRAIN);
        List<PairPart> validation = givenParts(Split.VALIDATION);
        List<MixedPart> parts =
                IntStream.range(0, train.size())
                        .mapToObj(i -> mixed(train.get(i), validation.get(i)))
                        .toList();
        return new TrainingData(parts, sampling(), augment(), words(), cache(), unreadable());
    }

    private static MixedPart mixed(PairPart train, PairPart validation) {
        return new MixedPart(train.name(), train.pairs(), validation.pairs(), train.share());
    }

    Clip clip(Pair pair) {
        return new Clip(pair, frames(), size(), source::cache, augment());
    }

    /** Those that were given, all of them. */
    List<PairDataset> datasets() {
        return source.datasets();
    }

    FrameCache cache() {
        return source.cache();
    }

    String name() {
        return PairSource.named(source.datasets());
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
        return source.pool().stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", "Pairs.of(", ")" + values.calls()));
    }
}
