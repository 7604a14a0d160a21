package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.DataChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.DataRecord;
import io.github.alprolab.dsl.data.PairSource;
import io.github.alprolab.dsl.data.PairsTable;
import io.github.alprolab.dsl.ranking.Measurement;
import io.github.alprolab.dsl.ranking.OpenModel;
import io.github.alprolab.dsl.ranking.RetrievalWork;
import io.github.alprolab.dsl.ranking.Scores;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.RunPlan;
import io.github.alprolab.dsl.run.RunSession;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Ranks clips for texts and texts for clips without further training: zero-shot retrieval (paper
 * section 4.2). VTC ranks alone unless {@link #rerank} or {@link #rerankAll} puts VTM over it.
 * Every caption of a clip is measured unless {@link #captions} asks for the first alone. A value:
 * each edit returns a copy.
 *
 * <pre>{@code
 * Experiment.retrieval("sprites-zero-shot")
 *         .pairs(pairs.only(Split.TEST)).from(run.best()).run().metrics();
 * }</pre>
 */
public final class Retrieval implements Experiment, Shown {
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
    static final Setting<PositionRule> POSITIONS =
            RETRIEVAL.add(
                    Setting.choice("positions", PositionRule.GRID)
                            .identity(Identity.WHERE_CHANGED)
                            .says(
                                    "how positions in space are resized for frames of another size",
                                    "published code"));
    static final Setting<DeviceChoice> DEVICE = RETRIEVAL.add(DeviceChoice.setting());
    private static final Values STANDARD = RETRIEVAL.values();

    private final String name;
    private final Pairs pairs;
    private final Checkpoint checkpoint;
    private final Values values;

    private Retrieval(String name, Pairs pairs, Checkpoint checkpoint, Values values) {
        this.name = name;
        this.pairs = Objects.requireNonNull(pairs, "pairs");
        this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
        this.values = values;
    }

    static Schema schema() {
        return RETRIEVAL;
    }

    static Retrieval of(String name, Pairs pairs, Checkpoint checkpoint) {
        return new Retrieval(name, pairs, checkpoint, STANDARD);
    }

    private static String recorded(Reranking reranking) {
        int candidates = reranking.candidates();
        return candidates == 0
                ? "none"
                : candidates < Reranking.ALL
                        ? Integer.toString(candidates)
                        : reranking.rounded() ? "all, rounded" : "all";
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
        return new Retrieval(name, other, checkpoint, values);
    }

    /** The model that ranks them. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** With another model. */
    public Retrieval from(Checkpoint other) {
        return new Retrieval(name, pairs, other, values);
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

    private <T> Retrieval with(Setting<T> setting, T value) {
        return new Retrieval(name, pairs, checkpoint, Advised.with(values, setting, value));
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

    /** What is ranked, by which model. */
    Measurement measurement() {
        return new Measurement(
                checkpoint.file(),
                new RetrievalInput(pairs.frames(), pairs.size(), pairs.words(), positions()),
                pairs.cache(),
                values.get(DEVICE),
                measured(),
                reranking());
    }

    @Override
    public String hash() {
        return description().hash();
    }

    @Override
    public Report check() {
        return Report.advised("“%s” · retrieval".formatted(name), this::report);
    }

    private Report report() {
        AlproConfig trained = checkpoint.manifest().config();
        List<Finding> findings = new ArrayList<>();
        findings.add(Checks.checkpoint(checkpoint.kind(), checkpoint.epoch(), checkpoint.misfit()));
        findings.add(Checks.framesOfCheckpoint(trained.video().frames(), pairs.frames()));
        findings.add(
                Checks.sizeOfCheckpoint(
                        trained.video().imageSize(), pairs.size(), trained.video().patch()));
        findings.add(DataChecks.words(pairs.words(), trained.text().positions()));
        findings.add(device().check());
        List<Pair> all = pairs.all();
        String splits = String.join(" and ", splits());
        findings.add(PairsPresent.needed(pairs, splits, "retrieval"));
        findings.addAll(PairsPresent.leftOut(pairs));
        if (!all.isEmpty()) {
            findings.add(DataChecks.evaluated(splits()));
            ClipSurvey clips = PairSource.survey(pairs.allGiven());
            findings.add(DataChecks.unreadable(splits, clips, pairs.unreadable().inEvaluation()));
            LookCheck.onDisk(pairs, clips).ifPresent(findings::add);
            DataChecks.severalCaptions(
                            all.size(),
                            GroundTruth.captions(all).size(),
                            captions() == Captions.EVERY)
                    .ifPresent(findings::add);
            DataChecks.reranked(reranking(), all.size(), checkpoint.kind())
                    .ifPresent(findings::add);
            findings.add(
                    DataChecks.captionLengths(
                            PairsTable.words(all).boxed().toList(), pairs.words()));
        }
        return new Report("“%s” · retrieval".formatted(name), findings, List.of());
    }

    @Override
    public RetrievalRun run() {
        check().require();
        return opened(session().run());
    }

    @Override
    public RetrievalRun again() {
        check().require();
        return opened(session().again());
    }

    private RunSession session() {
        return new RunSession(
                description().plan(RunPlan.Kind.MEASURING, () -> DataRecord.of(pairs.used())),
                new RetrievalWork(
                        measurement(),
                        split(),
                        new Ending(true, checkpoint.manifest().step(), checkpoint.epoch())));
    }

    /** What was measured there. */
    RetrievalRun opened(RunFolder folder) {
        return new RetrievalRun(
                folder,
                Scores.read(folder, measured(), reranking()),
                new OpenModel(measurement()),
                this);
    }

    /** The clips with those of their captions that count. */
    private List<Pair> measured() {
        return captions().of(pairs.all());
    }

    /** The split that is measured, in words. */
    String split() {
        return pairs.only().map(Split::name).orElse("all splits");
    }

    private List<String> splits() {
        return Stream.of(Split.values())
                .filter(s -> !pairs.pairs(s).isEmpty())
                .map(Split::name)
                .toList();
    }

    private Description description() {
        Map<String, Object> parts = new TreeMap<>(values.identity());
        parts.put("pairs", pairs.settings());
        parts.put("weights", checkpoint.hash());
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
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, pairs, checkpoint, values);
    }

    @Override
    public String toString() {
        return "Experiment.retrieval(%s).pairs(%s).from(%s)%s"
                .formatted(Code.of(name), pairs, checkpoint, values.calls());
    }
}
