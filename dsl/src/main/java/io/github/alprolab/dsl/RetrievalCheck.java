package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.train.RetrievalTrainer;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.readers.SplitOverlap;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.CostEstimate;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.DataChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.RankingChecks;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.PairSource;
import io.github.alprolab.dsl.data.PairsTable;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects what is to say about a retrieval before it runs. */
record RetrievalCheck(Retrieval retrieval) {

    Report report() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(model());
        findings.addAll(measured());
        retrieval.trainer().ifPresent(t -> findings.addAll(training(t)));
        retrieval.trainer().ifPresent(t -> findings.addAll(t.parts()));
        if (Report.passes(findings)) {
            findings.addAll(precision());
        }
        boolean fine = Report.passes(findings);
        List<CostLine> costs =
                fine
                        ? retrieval.trainer().map(t -> costs(t, findings)).orElse(List.of())
                        : List.of();
        return new Report("“%s” · retrieval".formatted(retrieval.name()), findings, costs);
    }

    /** The sizes of the model for frames as they are looked at. */
    private AlproConfig sizes() {
        Pairs pairs = retrieval.pairs();
        AlproConfig own = retrieval.checkpoint().manifest().config();
        return own.video(own.video().frames(pairs.frames()).imageSize(pairs.size()));
    }

    /** What was chosen for the measurement and for a fine-tuning before it. */
    private List<Finding> precision() {
        Optional<Finding> tuned =
                retrieval
                        .trainer()
                        .flatMap(
                                t ->
                                        PrecisionCheck.ofChoice(
                                                t.precision(),
                                                t.config().device(),
                                                sizes(),
                                                t.batch()));
        Optional<Finding> measured =
                PrecisionCheck.ofChoice(
                        retrieval.precision(),
                        retrieval.device().choice(),
                        sizes(),
                        Retriever.BATCH);
        return Stream.of(tuned, measured).flatMap(Optional::stream).distinct().toList();
    }

    /** The cost box of a fine-tuning; adds what is found about memory, time and disk. */
    private List<CostLine> costs(Trainer trainer, List<Finding> findings) {
        Pairs pairs = retrieval.pairs();
        AlproConfig config = sizes();
        long parameters = ParameterCount.of(config).total();
        List<Objective> objectives = RetrievalTrainer.objectives();
        boolean matched = objectives.stream().anyMatch(Objective::readsMatched);
        int passes = objectives.stream().mapToInt(Objective::fusedPasses).sum() + (matched ? 1 : 0);
        Description description = retrieval.description();
        TrainingCost spent =
                new TrainingCost(
                        description,
                        trainer,
                        config,
                        CostEstimate.of(
                                config, parameters, 0, passes, trainer.batch(), pairs.words()),
                        pairs.everySplit().pairs(Split.TRAIN).size());
        findings.addAll(spent.findings());
        RunNeeds needs = new RunNeeds(description, false);
        findings.add(needs.disk(parameters));
        List<CostLine> lines = new ArrayList<>();
        lines.add(new CostLine("parameters", Numbers.millions(parameters)));
        lines.addAll(spent.lines());
        lines.addAll(needs.lines(parameters));
        return lines;
    }

    private List<Finding> model() {
        Checkpoint checkpoint = retrieval.checkpoint();
        Pairs pairs = retrieval.pairs();
        AlproConfig trained = checkpoint.manifest().config();
        return List.of(
                Checks.checkpoint(checkpoint.kind(), checkpoint.epoch(), checkpoint.misfit()),
                Checks.framesOfCheckpoint(trained.video().frames(), pairs.frames()),
                Checks.sizeOfCheckpoint(
                        trained.video().imageSize(), pairs.size(), trained.video().patch()),
                DataChecks.words(pairs.words(), trained.text().positions()),
                retrieval.device().check());
    }

    private List<Finding> measured() {
        Pairs pairs = retrieval.evaluated();
        List<Pair> all = pairs.all();
        List<String> named = splits(pairs);
        String splits = String.join(" and ", named);
        List<Finding> findings = new ArrayList<>();
        findings.add(PairsPresent.needed(pairs, splits, "retrieval"));
        findings.addAll(PairsPresent.leftOut(pairs));
        if (all.isEmpty()) {
            return findings;
        }
        findings.add(
                retrieval.trainer().isPresent()
                        ? RankingChecks.fineTuned(
                                retrieval.pairs().everySplit().pairs(Split.TRAIN).size(), named)
                        : DataChecks.evaluated(named));
        ClipSurvey clips = PairSource.survey(pairs.allGiven());
        findings.add(DataChecks.unreadable(splits, clips, pairs.unreadable().inEvaluation()));
        LookCheck.onDisk(pairs, clips).ifPresent(findings::add);
        DataChecks.severalCaptions(
                        all.size(),
                        GroundTruth.captions(all).size(),
                        retrieval.captions() == Captions.EVERY)
                .ifPresent(findings::add);
        findings.addAll(ranking(all.size()));
        findings.add(
                DataChecks.captionLengths(PairsTable.words(all).boxed().toList(), pairs.words()));
        return findings;
    }

    private List<Finding> ranking(int clips) {
        Checkpoint checkpoint = retrieval.checkpoint();
        List<Finding> findings = new ArrayList<>();
        boolean canMatch =
                RankingChecks.canMatch(checkpoint.manifest()) || retrieval.trainer().isPresent();
        DataChecks.reranked(retrieval.reranking(), clips, canMatch).ifPresent(findings::add);
        if (retrieval.trainer().isEmpty()) {
            RankingChecks.matching(retrieval.reranking(), checkpoint.manifest().metrics())
                    .ifPresent(findings::add);
        }
        if (retrieval.rescore().stream().anyMatch(Rescoring::needsBank)) {
            findings.add(RankingChecks.bank(retrieval.rescored().bank().size()));
        }
        return findings;
    }

    private List<Finding> training(Trainer trainer) {
        Pairs pairs = retrieval.pairs().everySplit();
        int train = pairs.pairs(Split.TRAIN).size();
        Finding there = PairsPresent.needed(pairs, Split.TRAIN, "fine-tuning");
        if (train == 0) {
            return List.of(there);
        }
        return List.of(
                there,
                Checks.batch(trainer.batch(), train),
                PairsPresent.validation(pairs, trainer.batch()),
                DataChecks.overlap(
                        SplitOverlap.among(pairs.all()).stream()
                                .map(SplitOverlap::toString)
                                .toList()),
                trainer.device().check(),
                trainer.device().repeats());
    }

    private static List<String> splits(Pairs pairs) {
        return Stream.of(Split.values())
                .filter(s -> !pairs.pairs(s).isEmpty())
                .map(Split::name)
                .toList();
    }
}
