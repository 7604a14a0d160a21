package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.RetrievalPlace;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.alpro.train.RetrievalTrainer;
import io.github.alprolab.alpro.train.Start;
import io.github.alprolab.alpro.train.TrainingJob;
import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.alpro.train.TrainingOutcome;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.DataRecord;
import io.github.alprolab.dsl.listening.RunListener;
import io.github.alprolab.dsl.ranking.Division;
import io.github.alprolab.dsl.ranking.FineTuned;
import io.github.alprolab.dsl.ranking.Measurement;
import io.github.alprolab.dsl.ranking.OpenModel;
import io.github.alprolab.dsl.ranking.Rescored;
import io.github.alprolab.dsl.ranking.RetrievalWork;
import io.github.alprolab.dsl.ranking.Scores;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.RunPlan;
import io.github.alprolab.dsl.run.RunSession;
import io.github.alprolab.dsl.shard.ShardEngine;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.training.Smoke;
import io.github.alprolab.dsl.training.SmokeWork;
import io.github.alprolab.dsl.training.TrainingWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ranks clips for texts and texts for clips: without further training, zero-shot (paper section
 * 4.2), or fine-tuned on TRAIN of the same data first where it has a {@link #trainer(Trainer)
 * trainer}. VTC ranks alone unless {@link #rerank} or {@link #rerankAll} puts VTM over it. Every
 * caption of a clip is measured unless {@link #captions} asks for the first alone. A value: each
 * edit returns a copy.
 *
 * <pre>{@code
 * Experiment.retrieval("sprites-zero-shot")
 *         .pairs(pairs.only(Split.TEST)).from(run.best()).run().metrics();
 * }</pre>
 */
public final class Retrieval implements Experiment, Trained<Retrieval>, Shown {
    private static final Schema RETRIEVAL = new Schema("Retrieval");
    static final Setting<Captions> CAPTIONS =
            RETRIEVAL.add(
                    Setting.choice("captions", Captions.EVERY)
                            .says("captions that are measured where clips have several", ""));
    static final Setting<Reranking> RERANK =
            RETRIEVAL.add(
                    Setting.of(
                                    "rerank",
                                    Reranking.none(),
                                    Allowed.<Reranking>any("a number of candidates, all or none"),
                                    Reranking::toString,
                                    Retrieval::recorded)
                            .identity(Identity.WHERE_CHANGED)
                            .written(Retrieval::call)
                            .reads(Retrieval::recorded)
                            .says("candidates by VTC that VTM puts in order", "paper 4.2"));
    static final Setting<List<Rescoring>> RESCORE =
            RETRIEVAL.add(
                    Setting.of(
                                    "rescore",
                                    List.<Rescoring>of(),
                                    new Allowed<>(
                                            "rules of Rescoring, each once",
                                            rules -> new HashSet<>(rules).size() == rules.size()),
                                    Retrieval::calls,
                                    rules -> rules.stream().map(Enum::name).toList())
                            .written(Retrieval::calls)
                            .suchAs(".rescore(Rescoring.DUAL_SOFTMAX)")
                            .reads(Retrieval::words)
                            .identity(Identity.WHERE_CHANGED)
                            .says(
                                    "how scores are changed, beside the plain ones",
                                    "CAMoE 2021, QB-Norm 2022"));
    static final Setting<Integer> QUERY_BANK =
            RETRIEVAL.add(
                    Setting.count("queryBank", 1000, 1)
                            .in("captions")
                            .identity(Identity.WHERE_CHANGED)
                            .says(
                                    "captions of TRAIN that querybank normalisation asks",
                                    "QB-Norm 2022"));
    static final Setting<PositionRule> POSITIONS =
            RETRIEVAL.add(
                    Setting.choice("positions", PositionRule.GRID)
                            .identity(Identity.WHERE_CHANGED)
                            .says(
                                    "how positions in space are resized for frames of another size",
                                    "published code"));
    static final Setting<Precision> PRECISION =
            RETRIEVAL.add(
                    Setting.choice("precision", Precision.FP32)
                            .identity(Identity.WHERE_CHANGED)
                            .says("how exactly clips and texts are encoded and judged", ""));
    static final Setting<DeviceChoice> DEVICE = RETRIEVAL.add(DeviceChoice.setting());
    private static final Values STANDARD = RETRIEVAL.values();

    private final String name;
    private final Pairs pairs;
    private final Checkpoint checkpoint;
    private final Optional<Trainer> trainer;
    private final Values values;

    private Retrieval(
            String name,
            Pairs pairs,
            Checkpoint checkpoint,
            Optional<Trainer> trainer,
            Values values) {
        this.name = name;
        this.pairs = Objects.requireNonNull(pairs, "pairs");
        this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
        this.trainer = trainer;
        this.values = values;
    }

    static Schema schema() {
        return RETRIEVAL;
    }

    static Retrieval of(String name, Pairs pairs, Checkpoint checkpoint) {
        return new Retrieval(name, pairs, checkpoint, Optional.empty(), STANDARD);
    }

    private static String recorded(Reranking reranking) {
        int candidates = reranking.candidates();
        return candidates == 0
                ? "none"
                : candidates < Reranking.ALL
                        ? Integer.toString(candidates)
                        : reranking.rounded() ? "all, rounded" : "all";
    }

    private static String calls(List<Rescoring> rules) {
        return rules.isEmpty()
                ? ""
                : rules.stream().map(Code::of).collect(Collectors.joining(", ", ".rescore(", ")"));
    }

    private static String words(List<Rescoring> rules) {
        return rules.isEmpty()
                ? "none"
                : rules.stream().map(Rescoring::title).collect(Collectors.joining(", "));
    }

    private static String call(Reranking reranking) {
        int candidates = reranking.candidates();
        return candidates == 0
                ? ""
                : candidates < Reranking.ALL
                        ? ".rerank(" + candidates + ")"
                        : reranking.rounded() ? ".rerankLikeReferenceCode()" : ".rerankAll()";
    }

    /** Needs pairs next: {@code .pairs(pairs.only(Split.TEST)).from(run.best())}. */
    @FunctionalInterface
    public interface NeedsPairs {
        /** What is searched and searched for. */
        NeedsCheckpoint pairs(Pairs pairs);
    }

    /** Needs a trained model next: {@code .from(run.best())}. */
    @FunctionalInterface
    public interface NeedsCheckpoint {
        /** The model that ranks. */
        Retrieval from(Checkpoint checkpoint);
    }

    @Override
    public String name() {
        return name;
    }

    /** The clips and captions that are ranked. */
    public Pairs pairs() {
        return pairs;
    }

    /** With other pairs. */
    public Retrieval pairs(Pairs other) {
        return new Retrieval(name, other, checkpoint, trainer, values);
    }

    /**
     * With a change of the pairs, such as {@code p -> p.frames(8)}: what a sweep over frames edits.
     */
    public Retrieval pairs(UnaryOperator<Pairs> edit) {
        return pairs(edit.apply(pairs));
    }

    /** The model that ranks them, or that the fine-tuning starts from. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** With another model. */
    public Retrieval from(Checkpoint other) {
        return new Retrieval(name, pairs, other, trainer, values);
    }

    /** How the model is fine-tuned first; empty where it is measured as it is. */
    public Optional<Trainer> trainer() {
        return trainer;
    }

    /**
     * Fine-tuned first, by VTC and VTM from the checkpoint, on TRAIN of the same data, whatever
     * split is measured; the best epoch on VALIDATION is then measured on the split that is left,
     * or on TEST. The run resumes, and its {@code best()} is the fine-tuned model.
     *
     * <pre>{@code
     * retrieval.trainer(Trainer.adamW(3e-4).epochs(2).batch(32))
     * retrieval.trainer(Trainer.adamW(2.5e-5).warmup(0.1).clip(5).epochs(5).batch(64)) // MSRVTT
     * }</pre>
     */
    public Retrieval trainer(Trainer how) {
        return new Retrieval(name, pairs, checkpoint, Optional.of(how), values);
    }

    /** With a change of the trainer, such as {@code t -> t.seed(7)}. */
    @Override
    public Retrieval trainer(UnaryOperator<Trainer> edit) {
        return trainer(
                edit.apply(
                        trainer.orElseThrow(
                                () ->
                                        new AdviceException(
                                                "C27",
                                                "This retrieval has no trainer that could be edited: it measures the checkpoint as it is.",
                                                "retrieval.trainer(Trainer.adamW(3e-4).epochs(2))"))));
    }

    /** How scores are changed beside the plain ones. */
    public List<Rescoring> rescore() {
        return values.get(RESCORE);
    }

    /**
     * With figures of changed scores in the table, each named, beside the plain ones; none by
     * default. Given are rules of Rescoring, each once.
     *
     * <p>Dual softmax needs all queries of the test at once. Querybank normalisation needs captions
     * of TRAIN; it is measured for texts that look for clips. VTM's scores are changed where it
     * judges all pairs, VTC's always.
     *
     * <pre>{@code
     * retrieval.rescore(Rescoring.DUAL_SOFTMAX, Rescoring.DYNAMIC_INVERTED_SOFTMAX)
     * }</pre>
     */
    public Retrieval rescore(Rescoring... rules) {
        return with(RESCORE, List.of(rules));
    }

    /** Captions of TRAIN that querybank normalisation asks, at most. */
    public int queryBank() {
        return values.get(QUERY_BANK);
    }

    /**
     * With another number of captions of TRAIN that querybank normalisation asks; 1000 by default.
     *
     * @param captions at least 1, spread evenly over TRAIN; all where there are fewer
     */
    public Retrieval queryBank(int captions) {
        return with(QUERY_BANK, captions);
    }

    /**
     * With the best candidates of every query by VTC put in order by VTM: a number of candidates,
     * all or none; none by default.
     *
     * @param candidates at least 1; the time grows with it
     */
    public Retrieval rerank(int candidates) {
        return with(RERANK, Reranking.top(Range.atLeast(1, candidates, "rerank")));
    }

    /** With VTM judging every text with every clip, as the paper ranks. */
    public Retrieval rerankAll() {
        return with(RERANK, Reranking.all());
    }

    /**
     * With VTM judging every text with every clip and its probability rounded to four decimals, as
     * the published code ranks: equal ones keep VTC's order.
     */
    public Retrieval rerankLikeReferenceCode() {
        return with(RERANK, Reranking.likeReferenceCode());
    }

    /** How positions in space are resized where the frame size differs from the training's. */
    public PositionRule positions() {
        return values.get(POSITIONS);
    }

    /**
     * With another rule for positions in space where frames are not of the size in training; GRID
     * by default, {@link PositionRule#REFERENCE_COMPATIBLE_LIST} is that of the published loader.
     */
    public Retrieval positions(PositionRule rule) {
        return with(POSITIONS, rule);
    }

    /** Where it computes. */
    public Device device() {
        return new Device(values.get(DEVICE));
    }

    /**
     * On another device: Device.auto(), Device.cpu() or Device.gpu(0); Device.auto() by default. No
     * part of a run's identity.
     */
    public Retrieval device(Device place) {
        return with(DEVICE, place.choice());
    }

    /** How exactly clips and texts are encoded and judged. */
    public Precision precision() {
        return values.get(PRECISION);
    }

    /**
     * With the encoders' products in another precision; FP32 by default. A fine-tuning before it
     * computes as its trainer says.
     *
     * @param choice {@code AUTO} measures on this machine and keeps what it took with the run
     */
    public Retrieval precision(Precision choice) {
        return with(PRECISION, choice);
    }

    private <T> Retrieval with(Setting<T> setting, T value) {
        return new Retrieval(
                name, pairs, checkpoint, trainer, Advised.with(values, setting, value));
    }

    /** Which captions of a clip are measured. */
    public Captions captions() {
        return values.get(CAPTIONS);
    }

    /**
     * With the choice of captions that are measured where clips have several.
     *
     * <pre>{@code
     * retrieval.captions(Captions.FIRST)   // one text a clip, as the paper's code assumes
     * }</pre>
     *
     * @param which {@link Captions#EVERY} by default
     */
    public Retrieval captions(Captions which) {
        return with(CAPTIONS, which);
    }

    Reranking reranking() {
        return values.get(RERANK);
    }

    Values values() {
        return values;
    }

    /** What is ranked, by the checkpoint as it is. */
    Measurement measurement() {
        return measurement(checkpoint);
    }

    private Measurement measurement(Checkpoint model) {
        return new Measurement(
                model.file(),
                new RetrievalInput(pairs.frames(), pairs.size(), pairs.words(), positions()),
                pairs.cache(),
                new RetrievalPlace(values.get(DEVICE), precision(), Optional.empty()),
                measured(),
                reranking(),
                rescored());
    }

    Rescored rescored() {
        boolean bank = rescore().stream().anyMatch(Rescoring::needsBank);
        return new Rescored(rescore(), bank ? bank() : List.of());
    }

    private List<String> bank() {
        List<String> all = GroundTruth.captions(pairs.everySplit().pairs(Split.TRAIN));
        int count = Math.min(queryBank(), all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }

    @Override
    public String hash() {
        return description().hash();
    }

    @Override
    public Report check() {
        return Report.advised("“%s” · retrieval".formatted(name), new RetrievalCheck(this)::report);
    }

    @Override
    public RetrievalRun run() {
        check().require();
        return opened(session().run());
    }

    /**
     * The same, with others told what is measured meanwhile: {@code
     * run(TensorBoard.into(Path.of("tensorboard")))}. No part of the run's identity; a finished run
     * is loaded and tells nobody.
     */
    public RetrievalRun run(RunListener first, RunListener... more) {
        check().require();
        return opened(session().toldTo(first, more).run());
    }

    /**
     * The same, done elsewhere: clips and pairs that VTM judges are cut into shards, whose files
     * lie in the run's folder until it has its scores. What was stopped goes on with the shards
     * that are missing. No part of the run's identity: every figure is the same to the last bit on
     * processors of one kind with as many threads, and within rounding elsewhere.
     *
     * <pre>{@code
     * retrieval.rerankAll().run(Engine.spark("spark://host:7077"))
     * }</pre>
     *
     * @param engine {@code Engine.local()} is as {@link #run()}
     * @throws AdviceException C51 where the engine's library is missing, C50 for clips that lie in
     *     no file, C17 where a certain GPU is asked for
     */
    public RetrievalRun run(Engine engine) {
        if (engine.equals(Engine.local())) {
            return run();
        }
        requireNoCertainGpu(engine);
        List<ClipRow> rows = measured().stream().map(GalleryClips::row).toList();
        try (ShardEngine shards = engine.engine()) {
            check().require();
            return opened(
                    session(model -> Optional.of(new Division(shards, rows, model.hash()))).run());
        }
    }

    private void requireNoCertainGpu(Engine engine) {
        if (device().choice().isGpu()) {
            throw new AdviceException(
                    "C17",
                    "%s is asked for; each process of %s takes the first GPU that it has."
                            .formatted(device(), engine),
                    ".device(Device.auto()), or .device(Device.cpu())");
        }
    }

    @Override
    public RetrievalRun again() {
        check().require();
        return opened(session().again());
    }

    /**
     * Tries the fine-tuning out: its first two updates and a validation batch, on the device that
     * it will run on. Keeps nothing and leaves no trace; {@code check()} then tells what was
     * measured.
     *
     * @throws AdviceException when the check finds faults, or nothing is trained here
     */
    public Smoke smoke() {
        if (trainer.isEmpty()) {
            throw new AdviceException(
                    "C27",
                    "This retrieval has no trainer, so there is no training to try out.",
                    "retrieval.trainer(Trainer.adamW(3e-4).epochs(2))");
        }
        check().require();
        return SmokeWork.of(
                name, hash(), device().toString(), listener -> tuning().smoke(listener));
    }

    private RunSession session() {
        return session(model -> Optional.empty());
    }

    /**
     * @param division of a measurement by a model
     */
    private RunSession session(Function<Checkpoint, Optional<Division>> division) {
        if (trainer.isEmpty()) {
            return new RunSession(
                    description().plan(RunPlan.Kind.MEASURING, () -> DataRecord.of(pairs.used())),
                    work(
                            checkpoint,
                            new Ending(true, checkpoint.manifest().step(), checkpoint.epoch()),
                            division));
        }
        return new RunSession(
                description()
                        .plan(
                                RunPlan.Kind.TRAINING,
                                () -> DataRecord.of(pairs.everySplit().used())),
                new FineTuned(
                        new TrainingWork(this::fineTune),
                        (place, ending) -> work(best(place.folder()), ending, division)));
    }

    private RetrievalWork work(
            Checkpoint model, Ending ending, Function<Checkpoint, Optional<Division>> division) {
        return new RetrievalWork(measurement(model), split(), ending, division.apply(model));
    }

    private TrainingOutcome fineTune(Path folder, TrainingListener listener) throws IOException {
        return tuning().run(folder, listener);
    }

    private TrainingJob tuning() throws IOException {
        return RetrievalTrainer.job(
                Start.trained(checkpoint.file(), pairs.frames(), pairs.size(), positions()),
                trainer.orElseThrow().config(),
                pairs.everySplit().training());
    }

    /** The model that a run measured: its own where it was fine-tuned. */
    Checkpoint best(RunFolder folder) {
        Path best = folder.checkpoints().resolve("best.alpro");
        return trainer.isEmpty()
                ? checkpoint
                : Files.exists(best) ? Checkpoint.load(best) : last(folder);
    }

    Checkpoint last(RunFolder folder) {
        return trainer.isEmpty()
                ? checkpoint
                : Checkpoint.load(folder.checkpoints().resolve("last.alpro"));
    }

    /** What was measured there; nothing yet where the fine-tuning was stopped. */
    RetrievalRun opened(RunFolder folder) {
        if (trainer.isPresent() && folder.state().state() != RunState.FINISHED) {
            return new RetrievalRun(folder, this);
        }
        return new RetrievalRun(
                folder,
                Scores.read(folder, measured(), reranking(), rescored()),
                new OpenModel(measurement(best(folder)).in(folder)),
                this);
    }

    /** What is measured: the split that is left, or TEST after a fine-tuning. */
    Pairs evaluated() {
        return trainer.isPresent() && pairs.only().isEmpty() ? pairs.only(Split.TEST) : pairs;
    }

    /** The clips with those of their captions that count. */
    private List<Pair> measured() {
        return captions().of(evaluated().all());
    }

    /** The split that is measured, in words. */
    String split() {
        return evaluated().only().map(Split::name).orElse("all splits");
    }

    Description description() {
        Map<String, Object> parts = new TreeMap<>(values.identity());
        parts.put("pairs", pairs.settings());
        parts.put("weights", checkpoint.hash());
        trainer.ifPresent(t -> parts.put("trainer", t.values().identity()));
        return new Description(
                "retrieval", name, device().toString(), pairs.hash(), parts, toString());
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Retrieval that
                && name.equals(that.name)
                && pairs.equals(that.pairs)
                && checkpoint.equals(that.checkpoint)
                && trainer.equals(that.trainer)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, pairs, checkpoint, trainer, values);
    }

    @Override
    public String toString() {
        return "Experiment.retrieval(%s).pairs(%s).from(%s)%s%s"
                .formatted(
                        Code.of(name),
                        pairs,
                        checkpoint,
                        trainer.map(t -> ".trainer(" + t + ")").orElse(""),
                        values.calls());
    }
}
