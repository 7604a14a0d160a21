package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.DataChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final String name;
    private final Pairs pairs;
    private final Checkpoint checkpoint;
    private final Reranking reranking;
    private final Captions captions;

    private Retrieval(
            String name,
            Pairs pairs,
            Checkpoint checkpoint,
            Reranking reranking,
            Captions captions) {
        this.name = name;
        this.pairs = Objects.requireNonNull(pairs, "pairs");
        this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
        this.reranking = reranking;
        this.captions = Objects.requireNonNull(captions, "captions");
    }

    static Retrieval of(String name, Pairs pairs, Checkpoint checkpoint) {
        return new Retrieval(name, pairs, checkpoint, Reranking.none(), Captions.EVERY);
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

    public Pairs pairs() {
        return pairs;
    }

    /** With other pairs. */
    public Retrieval pairs(Pairs other) {
        return new Retrieval(name, other, checkpoint, reranking, captions);
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** With another model. */
    public Retrieval from(Checkpoint other) {
        return new Retrieval(name, pairs, other, reranking, captions);
    }

    /**
     * With the best candidates of every query by VTC put in order by VTM.
     *
     * @param candidates at least 1; the time grows with it
     */
    public Retrieval rerank(int candidates) {
        Range.atLeast(1, candidates, "rerank");
        return new Retrieval(name, pairs, checkpoint, Reranking.top(candidates), captions);
    }

    /** With VTM judging every text with every clip, as the paper ranks. */
    public Retrieval rerankAll() {
        return new Retrieval(name, pairs, checkpoint, Reranking.all(), captions);
    }

    public Captions captions() {
        return captions;
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
        return new Retrieval(name, pairs, checkpoint, reranking, which);
    }

    Reranking reranking() {
        return reranking;
    }

    @Override
    public String hash() {
        return description().hash();
    }

    @Override
    public Report check() {
        AlproConfig trained = checkpoint.manifest().config();
        List<Finding> findings = new ArrayList<>();
        findings.add(Checks.checkpoint(checkpoint.kind(), checkpoint.epoch(), Optional.empty()));
        findings.add(Checks.framesOfCheckpoint(trained.video().frames(), pairs.frames()));
        findings.add(Checks.sizeOfCheckpoint(trained.video().imageSize(), pairs.size()));
        findings.add(DataChecks.words(pairs.words(), trained.text().positions()));
        List<Pair> all = pairs.all();
        String splits = String.join(" and ", splits());
        findings.add(
                DataChecks.notEmpty(all.isEmpty() ? asked() : splits, all.size(), "retrieval"));
        if (!all.isEmpty()) {
            findings.add(DataChecks.evaluated(splits()));
            findings.add(
                    DataChecks.unreadable(
                            splits,
                            PairSource.survey(pairs.allGiven()),
                            pairs.unreadable().inEvaluation()));
            DataChecks.severalCaptions(
                            all.size(),
                            GroundTruth.captions(all).size(),
                            captions == Captions.EVERY)
                    .ifPresent(findings::add);
            DataChecks.reranked(reranking, all.size(), checkpoint.kind()).ifPresent(findings::add);
            findings.add(
                    DataChecks.captionLengths(
                            PairsTable.words(all).boxed().toList(), pairs.words()));
        }
        return new Report("“%s” · retrieval".formatted(name), findings, List.of());
    }

    @Override
    public RetrievalRun run() {
        check().require();
        return new RetrievalSession(description(), this).run();
    }

    @Override
    public RetrievalRun again() {
        check().require();
        return new RetrievalSession(description(), this).again();
    }

    private String asked() {
        return pairs.only().map(Split::name).orElse("The data set");
    }

    private List<String> splits() {
        return Stream.of(Split.values())
                .filter(s -> !pairs.pairs(s).isEmpty())
                .map(Split::name)
                .toList();
    }

    private Description description() {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("pairs", pairs.settings());
        parts.put("weights", checkpoint.hash());
        parts.put("captions", captions.name());
        if (!reranking.equals(Reranking.none())) {
            boolean all = reranking.equals(Reranking.all());
            parts.put("rerank", all ? "all" : Integer.toString(reranking.candidates()));
        }
        return new Description("retrieval", name, Device.auto(), pairs.hash(), parts, toString());
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Retrieval that
                && toString().equals(that.toString())
                && pairs.equals(that.pairs);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        String order =
                reranking.equals(Reranking.none())
                        ? ""
                        : reranking.equals(Reranking.all())
                                ? ".rerankAll()"
                                : ".rerank(" + reranking.candidates() + ")";
        String measured = captions == Captions.EVERY ? "" : ".captions(Captions." + captions + ")";
        return "Experiment.retrieval(\"%s\").pairs(%s).from(%s)%s%s"
                .formatted(name, pairs, checkpoint, order, measured);
    }
}
