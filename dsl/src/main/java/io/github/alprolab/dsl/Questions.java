package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.train.AnsweringData;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.QuestionDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.readers.AnswerLabels;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.data.AnswerCounts;
import io.github.alprolab.dsl.data.PairPart;
import io.github.alprolab.dsl.data.QuestionSource;
import io.github.alprolab.dsl.data.QuestionsTable;
import io.github.alprolab.dsl.data.UsedPairs;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Questions about clips, how the clips are looked at, and which answers are told apart. A value:
 * each edit returns a copy.
 *
 * <pre>{@code
 * var questions = Questions.of(Datasets.movingSprites()).answers(Answers.top(40)).frames(8).size(64);
 * }</pre>
 */
public final class Questions implements Shown {
    private static final Schema QUESTIONS = new Schema("Questions");
    static final Setting<Integer> FRAMES = QUESTIONS.add(ClipSettings.frames(8, "answers from 16"));
    static final Setting<Integer> SIZE = QUESTIONS.add(ClipSettings.size());
    static final Setting<FrameSampling> SAMPLING =
            QUESTIONS.add(ClipSettings.sampling(FrameSampling.random()));
    static final Setting<Augmentation> AUGMENT = QUESTIONS.add(ClipSettings.augment());
    static final Setting<Integer> WORDS = QUESTIONS.add(ClipSettings.words(40));
    static final Setting<Answers> ANSWERS =
            QUESTIONS.add(
                    Setting.of(
                                    "answers",
                                    Answers.all(),
                                    Allowed.<Answers>any("one of Answers"),
                                    Answers::toString,
                                    Answers::json)
                            .reads(Answers::words)
                            .says("the answers that are told apart, of TRAIN alone", "paper 4.1"));
    static final Setting<Optional<Split>> ONLY = QUESTIONS.add(ClipSettings.only());
    static final Setting<Optional<Integer>> LIMIT = QUESTIONS.add(ClipSettings.limit("questions"));
    static final Setting<UnreadableClips> UNREADABLE = QUESTIONS.add(ClipSettings.unreadable());
    static final Setting<Optional<Double>> CACHE_ON_DISK =
            QUESTIONS.add(ClipSettings.cacheOnDisk());
    private static final Values STANDARD = QUESTIONS.values();

    private final QuestionSource source;
    private final Values values;

    private Questions(QuestionSource source, Values values) {
        this.source = source;
        this.values = values;
    }

    static Schema schema() {
        return QUESTIONS;
    }

    /** 8 frames of 64 pixels at random, 40 words, every answer of TRAIN. */
    public static Questions of(QuestionDataset dataset) {
        return new Questions(QuestionSource.of(dataset), STANDARD);
    }

    /** As published: 16 frames of 224 pixels, drawn at random in training, 40 words. */
    public Questions asPublished() {
        return frames(16).size(224).sampling(FrameSampling.random()).words(40);
    }

    /** T, frames that are shown of a clip. */
    public int frames() {
        return values.get(FRAMES);
    }

    /**
     * With another number of frames a clip, T; 8 by default.
     *
     * @param count at least 1; the paper answers from 16
     */
    public Questions frames(int count) {
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
    public Questions size(int pixels) {
        return with(SIZE, pixels);
    }

    /** Which frames a training clip shows. */
    public FrameSampling sampling() {
        return values.get(SAMPLING);
    }

    /**
     * With another rule for which frames a training clip shows; random by default. Evaluation
     * samples evenly.
     *
     * @param rule a rule of FrameSampling, your own as {@code FrameSampling.named("mine", rule)}:
     *     runs of rules without a name cannot be told apart
     */
    public Questions sampling(FrameSampling rule) {
        return with(SAMPLING, rule);
    }

    /** How training clips are changed. */
    public Augmentation augment() {
        return values.get(AUGMENT);
    }

    /**
     * With training clips changed at random, as {@link Pairs#augment(Augmentation)} does; none by
     * default. {@code questions.sample(4).augmented()} shows it.
     *
     * @param changes one of Augmentation, your own as {@code Augmentation.named("mine", change)}
     */
    public Questions augment(Augmentation changes) {
        return with(AUGMENT, changes);
    }

    /** L at most: word pieces of a question, start and end included. */
    public int words() {
        return values.get(WORDS);
    }

    /**
     * With another longest question; 40 by default.
     *
     * @param most word pieces, start and end included; at least 3
     */
    public Questions words(int most) {
        return with(WORDS, most);
    }

    /** Which answers are told apart. */
    public Answers answers() {
        return values.get(ANSWERS);
    }

    /**
     * With other answers that are told apart; all of TRAIN by default. A question with another
     * answer is left out of training, and can only be missed in evaluation.
     *
     * @param which one of Answers: {@code Answers.top(1500)}, {@code Answers.file(path)}
     */
    public Questions answers(Answers which) {
        return with(ANSWERS, which);
    }

    /** The split that is left, where one was chosen. */
    public Optional<Split> only() {
        return values.get(ONLY);
    }

    /**
     * The questions of one split alone, one of TRAIN, VALIDATION, TEST; all by default. The answers
     * stay those of TRAIN.
     */
    public Questions only(Split split) {
        return with(ONLY, Optional.of(split));
    }

    /** Most questions of each split, where there is a limit. */
    public Optional<Integer> limit() {
        return values.get(LIMIT);
    }

    /**
     * The first questions of each split; none are left out by default. Answers are those of the
     * questions of TRAIN that are left.
     *
     * @param most at least 1
     */
    public Questions limit(int most) {
        Values changed = Advised.with(values, LIMIT, Optional.of(most));
        return new Questions(source.limit(most), changed);
    }

    /** What is done about clips that cannot be read. */
    public UnreadableClips unreadable() {
        return values.get(UNREADABLE);
    }

    /**
     * With another policy for clips that cannot be read, as {@link
     * Pairs#unreadable(UnreadableClips)} has it.
     *
     * @param policy {@link UnreadableClips#FAIL} by default; {@link UnreadableClips#SKIP} leaves
     *     the questions about them out
     */
    public Questions unreadable(UnreadableClips policy) {
        Values changed = Advised.with(values, UNREADABLE, policy);
        return new Questions(source.unreadable(policy), changed);
    }

    /** Most GiB of decoded frames on disk, where some are kept there. */
    public Optional<Double> cacheOnDisk() {
        return values.get(CACHE_ON_DISK);
    }

    /**
     * With decoded frames kept on disk, as {@link Pairs#cacheOnDisk(double)} does; none by default.
     *
     * @param gibibytes most bytes of all processes together, in GiB, above 0
     */
    public Questions cacheOnDisk(double gibibytes) {
        Values changed = Advised.with(values, CACHE_ON_DISK, Optional.of(gibibytes));
        return new Questions(source.cacheOnDisk(gibibytes), changed);
    }

    private <T> Questions with(Setting<T> setting, T value) {
        return new Questions(source, Advised.with(values, setting, value));
    }

    /** The questions of a split that are used; none where another one was chosen. */
    public List<VideoQuestion> asked(Split split) {
        return left().of(split, source::used);
    }

    /** All questions that are left, TRAIN first. */
    public List<VideoQuestion> all() {
        return left().all(this::asked);
    }

    /** What is asked about a clip, whatever its split. */
    public List<VideoQuestion> about(Clip clip) {
        return Stream.of(Split.values())
                .flatMap(s -> source.used(s).stream())
                .filter(q -> q.clip().id().equals(clip.id()))
                .toList();
    }

    /** Questions of TRAIN whose answer is told apart: what is trained on. */
    List<VideoQuestion> trained() {
        return AnswerCounts.known(asked(Split.TRAIN), vocabulary());
    }

    /** The answers that are told apart, by index; of TRAIN, whatever split is left. */
    public AnswerLabels vocabulary() {
        return answers().of(source.given(Split.TRAIN));
    }

    /** The most frequent answer of TRAIN that is told apart; none where TRAIN has none. */
    public Optional<String> majority() {
        return AnswerCounts.of(AnswerCounts.known(source.given(Split.TRAIN), vocabulary()))
                .majority();
    }

    /** The videos of a split with their questions, those that cannot be read included. */
    List<Pair> givenVideos(Split split) {
        return left().of(split, source::givenVideos);
    }

    /** The videos of a split with their questions, those that are used. */
    List<Pair> videos(Split split) {
        return left().of(split, source::usedVideos);
    }

    private SplitChoice left() {
        return new SplitChoice(only());
    }

    /** Hex SHA-256 of what the data is made from. */
    public String hash() {
        return source.hash();
    }

    /**
     * A few clips with one question and its answer each, always the same for the same questions.
     *
     * @param count at least 1; fewer are given where there are fewer clips
     */
    public Clips sample(int count) {
        Range.atLeast(1, count, "sample");
        List<VideoQuestion> some = SplitChoice.shuffled(all(), "questions.sample");
        Map<String, VideoQuestion> first = new LinkedHashMap<>();
        some.forEach(q -> first.putIfAbsent(q.clip().id(), q));
        return new Clips(first.values().stream().limit(count).map(this::clip).toList());
    }

    /**
     * A clip that is asked about.
     *
     * @throws AdviceException C36 where the split has none of this name
     */
    Clip clip(Split split, String id) {
        return source.used(split).stream()
                .filter(q -> q.clip().id().equals(id))
                .findFirst()
                .map(this::clip)
                .orElseThrow(
                        () ->
                                new AdviceException(
                                        "C36",
                                        "These questions are about no clip %s of %s."
                                                .formatted(id, split),
                                        "run.questions(…) with the questions of the run"));
    }

    /**
     * For a training: the questions of TRAIN and VALIDATION with how their clips are shown.
     *
     * @param perClip most questions about a clip that are asked at once
     */
    AnsweringData training(int perClip) {
        AnsweringData data =
                AnsweringData.of(
                        asked(Split.TRAIN),
                        asked(Split.VALIDATION),
                        vocabulary(),
                        perClip,
                        sampling(),
                        words(),
                        cache());
        // Questions about clips that are to be skipped are left out already.
        UnreadableClips policy =
                unreadable() == UnreadableClips.SKIP ? UnreadableClips.FAIL : unreadable();
        return data.clips(data.clips().unreadable(policy).augmentation(augment()));
    }

    private Clip clip(VideoQuestion asked) {
        Pair pair =
                new Pair(
                        asked.clip().id(),
                        asked.split(),
                        asked.clip(),
                        List.of(asked.text() + " · " + asked.answer()),
                        Optional.empty());
        return new Clip(pair, frames(), size(), source::cache, augment());
    }

    /**
     * For every split: questions, videos, answers and those of them that are told apart, and what
     * an accuracy lies between. The ceiling is the share of questions whose answer is told apart;
     * the floor is what always giving the most frequent answer of TRAIN gets right.
     */
    public DataTable describe() {
        AnswerLabels labels = vocabulary();
        return QuestionsTable.of(
                "%s · %d frames of %d pixels, %s sampling · %s answers kept%s · data %s"
                        .formatted(
                                name(),
                                frames(),
                                size(),
                                sampling().name(),
                                Numbers.whole(labels.size()),
                                majority().map(m -> ", “" + m + "” most often").orElse(""),
                                hash().substring(0, 8)),
                left().each(this::asked),
                labels,
                majority());
    }

    /** How many questions ask for what: what, who, how, where, when, or something else. */
    public Figure types() {
        return Figure.of(
                QuestionsTable.types(
                        "Questions by type · %s · %s"
                                .formatted(name(), only().map(Split::name).orElse("all splits")),
                        all()));
    }

    /** The videos of every split that is left, each with its questions as captions. */
    UsedPairs used() {
        return new UsedPairs(
                name(),
                hash(),
                unreadable(),
                left().each(this::videos),
                left().each(this::givenVideos),
                List.of(new PairPart(name(), 1, videos(Split.TRAIN))));
    }

    FrameCache cache() {
        return source.cache();
    }

    String name() {
        return dataset().name();
    }

    QuestionDataset dataset() {
        return source.dataset();
    }

    Values values() {
        return values;
    }

    /** All that is part of a run's identity but the content of the data. */
    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>(values.identity());
        all.put("dataset", name());
        return all;
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Questions that
                && values.equals(that.values)
                && source.dataset().equals(that.source.dataset());
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Questions.of(" + source.dataset() + ")" + values.calls();
    }
}
