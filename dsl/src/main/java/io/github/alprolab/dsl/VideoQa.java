package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.train.AnsweringTrainer;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.dsl.answer.AnswerSource;
import io.github.alprolab.dsl.answer.AnsweringWork;
import io.github.alprolab.dsl.answer.Levels;
import io.github.alprolab.dsl.answer.RecordedAnswering;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.DataRecord;
import io.github.alprolab.dsl.listening.RunListener;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.run.RunPlan;
import io.github.alprolab.dsl.run.RunSession;
import io.github.alprolab.dsl.run.Work;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.training.Smoke;
import io.github.alprolab.dsl.training.SmokeWork;
import io.github.alprolab.dsl.training.TrainingWork;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fine-tunes a model to answer questions about clips, and answers those of TEST (paper sections 3.4
 * and 4.1). A value: each edit returns a copy.
 *
 * <pre>{@code
 * Experiment.videoQa("sprites-qa")
 *         .questions(questions).from(Runs.latest("sprites-tiny").best()).run().metrics();
 * }</pre>
 */
public final class VideoQa implements Experiment, Trained<VideoQa>, Shown {
    private static final Schema VIDEO_QA = new Schema("VideoQa");
    static final Setting<Freezing> FREEZING =
            VIDEO_QA.add(
                    Setting.choice("freezing", Freezing.NONE)
                            .says("tensors that keep the values of the start", "published code"));
    static final Setting<Integer> QUESTIONS_PER_CLIP =
            VIDEO_QA.add(
                    Setting.count("questionsPerClip", 8, 1)
                            .in("questions")
                            .says(
                                    "most questions about a clip that are asked at once, so that it"
                                            + " is encoded once for all of them",
                                    ""));
    static final Setting<PositionRule> POSITIONS =
            VIDEO_QA.add(
                    Setting.choice("positions", PositionRule.GRID)
                            .identity(Identity.WHERE_CHANGED)
                            .says(
                                    "how positions in space are resized for frames of another size",
                                    "published code"));
    private static final Values STANDARD = VIDEO_QA.values();

    private final String name;
    private final Questions questions;
    private final ModelStart start;
    private final Trainer trainer;
    private final Values values;

    private VideoQa(
            String name, Questions questions, ModelStart start, Trainer trainer, Values values) {
        this.name = name;
        this.questions = Objects.requireNonNull(questions, "questions");
        this.start = start;
        this.trainer = Objects.requireNonNull(trainer, "trainer");
        this.values = values;
    }

    static Schema schema() {
        return VIDEO_QA;
    }

    /** Needs questions next: {@code .questions(questions).from(run.best())}. */
    @FunctionalInterface
    public interface NeedsQuestions {
        /** What is trained, validated and measured on. */
        NeedsStart questions(Questions questions);
    }

    /** Needs a start next: {@code .from(run.best())} or {@code .encoders(Encoders.tiny())}. */
    public static final class NeedsStart {
        private final String name;
        private final Questions questions;

        NeedsStart(String name, Questions questions) {
            this.name = name;
            this.questions = Objects.requireNonNull(questions, "questions");
        }

        /** A trained model to begin with: fine-tuning. */
        public VideoQa from(Checkpoint checkpoint) {
            ModelStart start = ModelStart.from(checkpoint);
            return new VideoQa(name, questions, start, start.trainer(), STANDARD);
        }

        /** Weights at random, or with a BERT, to begin with. */
        public VideoQa encoders(Encoders encoders) {
            ModelStart start = ModelStart.random(encoders);
            return new VideoQa(name, questions, start, start.trainer(), STANDARD);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** What is trained, validated and measured on. */
    public Questions questions() {
        return questions;
    }

    /** With other questions. */
    public VideoQa questions(Questions other) {
        return new VideoQa(name, other, start, trainer, values);
    }

    /** From the weights of another model; trainer and other settings stay. */
    public VideoQa from(Checkpoint other) {
        return new VideoQa(name, questions, ModelStart.from(other), trainer, values);
    }

    /** From weights at random; trainer and other settings stay. */
    public VideoQa encoders(Encoders other) {
        return new VideoQa(name, questions, ModelStart.random(other), trainer, values);
    }

    /** How it is trained. */
    public Trainer trainer() {
        return trainer;
    }

    /** With another trainer. */
    public VideoQa trainer(Trainer other) {
        return new VideoQa(name, questions, start, other, values);
    }

    /** With a change of the trainer, such as {@code t -> t.epochs(20)}. */
    @Override
    public VideoQa trainer(UnaryOperator<Trainer> edit) {
        return trainer(edit.apply(trainer));
    }

    /** Which tensors keep the values of the start. */
    public Freezing freezing() {
        return values.get(FREEZING);
    }

    /**
     * With other tensors that keep the values of the start; NONE by default, where all learn.
     *
     * @param rule {@link Freezing#LIKE_REFERENCE_CODE} keeps attention and perceptrons of the video
     *     encoder, as the published training does without meaning to
     */
    public VideoQa freezing(Freezing rule) {
        return with(FREEZING, rule);
    }

    /** Most questions about a clip that are asked at once. */
    public int questionsPerClip() {
        return values.get(QUESTIONS_PER_CLIP);
    }

    /**
     * With another number of questions about a clip that are asked at once, at least 1, 8 by
     * default: a clip is encoded once for all of them, so that an epoch takes a third of the time.
     * The trainer's batch counts clips. The published code asks 1.
     */
    public VideoQa questionsPerClip(int most) {
        return with(QUESTIONS_PER_CLIP, most);
    }

    /** How positions in space are resized where the frame size differs from the start's. */
    public PositionRule positions() {
        return values.get(POSITIONS);
    }

    /**
     * With another rule for positions in space where frames are not of the size in training; GRID
     * by default, {@link PositionRule#REFERENCE_COMPATIBLE_LIST} is that of the published loader.
     */
    public VideoQa positions(PositionRule rule) {
        return with(POSITIONS, rule);
    }

    /** On another device: the trainer's. No part of a run's identity. */
    public VideoQa device(Device place) {
        return trainer(trainer.device(place));
    }

    /**
     * As the published code fine-tunes on MSRVTT-QA: learning rate 5e-5 with a warm-up of 10 %, ten
     * epochs, 96 clips a batch and two batches an update whose gradients are summed, clip 5, one
     * question a clip, and its freezing. Questions are up to {@link Questions#asPublished}.
     */
    public VideoQa asPublished() {
        return trainer(
                        Trainer.adamW(5e-5)
                                .warmup(0.1)
                                .epochs(10)
                                .batch(96)
                                .accumulate(2)
                                .clip(5)
                                .likeReferenceCode()
                                .device(trainer.device()))
                .freezing(Freezing.LIKE_REFERENCE_CODE)
                .questionsPerClip(1);
    }

    private <T> VideoQa with(Setting<T> setting, T value) {
        return new VideoQa(name, questions, start, trainer, Advised.with(values, setting, value));
    }

    ModelStart start() {
        return start;
    }

    Values values() {
        return values;
    }

    /** The split that is measured: the one that was chosen, else TEST, else VALIDATION. */
    Split measured() {
        return questions.asked(Split.TEST).isEmpty() ? Split.VALIDATION : Split.TEST;
    }

    @Override
    public String hash() {
        return description().hash();
    }

    @Override
    public Report check() {
        return Report.advised(
                "“%s” · video question answering".formatted(name),
                () -> new VideoQaCheck(this, description(), false).report());
    }

    @Override
    public VideoQaRun run() {
        check().require();
        return new VideoQaRun(session().run(), questions);
    }

    /**
     * The same, with others told what is measured meanwhile: {@code
     * run(TensorBoard.into(Path.of("tensorboard")))}. No part of the run's identity; a finished run
     * is loaded and tells nobody.
     */
    public VideoQaRun run(RunListener first, RunListener... more) {
        check().require();
        return new VideoQaRun(session().toldTo(first, more).run(), questions);
    }

    @Override
    public VideoQaRun again() {
        new VideoQaCheck(this, description(), true).report().require();
        return new VideoQaRun(session().again(), questions);
    }

    /**
     * Tries the training out: its first two updates and a batch of what is measured, on the device
     * that it will run on. Keeps nothing and leaves no trace; {@code check()} then tells what was
     * measured.
     *
     * @throws io.github.alprolab.dsl.check.AdviceException when the check finds faults
     */
    public Smoke smoke() {
        check().require();
        return SmokeWork.of(
                name,
                hash(),
                trainer.device().toString(),
                listener ->
                        AnsweringTrainer.job(
                                        start.opened(questions, positions()),
                                        freezing(),
                                        trainer.config(),
                                        questions.training(questionsPerClip()))
                                .smoke(listener));
    }

    private RunSession session() {
        Work training =
                new TrainingWork(
                        (folder, listener) ->
                                AnsweringTrainer.run(
                                        start.opened(questions, positions()),
                                        freezing(),
                                        trainer.config(),
                                        questions.training(questionsPerClip()),
                                        folder,
                                        listener));
        return new RunSession(
                description().plan(RunPlan.Kind.TRAINING, this::data),
                new AnsweringWork(
                        training, place -> source(place.folder()), questions.asked(measured())));
    }

    private AnswerSource source(RunFolder folder) {
        return new AnswerSource(
                new VideoQaRun(folder).best().path(),
                questions.vocabulary().answers(),
                new RetrievalInput(
                        questions.frames(), questions.size(), questions.words(), positions()),
                questions.cache(),
                trainer.config().device());
    }

    private Map<String, Object> data() {
        Map<String, Object> all = new TreeMap<>(DataRecord.of(questions.used()));
        Map<Split, List<VideoQuestion>> asked =
                Stream.of(Split.values())
                        .collect(Collectors.toMap(Function.identity(), questions::asked));
        Levels levels = Levels.of(questions.asked(Split.TRAIN), questions.vocabulary());
        all.putAll(levels.json(asked, questions.vocabulary()));
        all.put(RecordedAnswering.MEASURED, measured().name());
        return all;
    }

    private Description description() {
        Map<String, Object> parts = new TreeMap<>(values.identity());
        parts.put("questions", questions.settings());
        parts.putAll(start.settings());
        parts.put("trainer", trainer.values().identity());
        return new Description(
                "videoQa", name, trainer.device().toString(), questions.hash(), parts, toString());
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VideoQa that
                && name.equals(that.name)
                && questions.equals(that.questions)
                && start.equals(that.start)
                && trainer.equals(that.trainer)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, questions, start, trainer, values);
    }

    @Override
    public String toString() {
        return "Experiment.videoQa(%s).questions(%s)%s.trainer(%s)%s"
                .formatted(Code.of(name), questions, start, trainer, values.calls());
    }
}
