package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Written;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.readers.SplitOverlap;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.datasets.video.VideoIndex;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.CostEstimate;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.DataChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.PairSource;
import io.github.alprolab.dsl.data.PairsTable;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects what is to say about a training before it runs.
 *
 * @param start the weights it begins with; empty where they are drawn at random
 * @param losses empty for the prompter's own training
 * @param prompter the teacher of objectives that hear one
 * @param anew whether what lies there already is of no use
 */
record TrainingCheck(
        Description description,
        Pairs pairs,
        Encoders encoders,
        Optional<Checkpoint> start,
        Trainer trainer,
        Optional<Losses> losses,
        Optional<Prompter> prompter,
        boolean anew) {
    TrainingCheck(Description description, Pairs pairs, Encoders encoders, Trainer trainer) {
        this(
                description,
                pairs,
                encoders,
                Optional.empty(),
                trainer,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Of a training that begins with these weights, where there are any. */
    TrainingCheck from(Optional<Checkpoint> weights) {
        return new TrainingCheck(
                description, pairs, encoders, weights, trainer, losses, prompter, anew);
    }

    /** Of a pre-training. */
    TrainingCheck with(Losses objectives, Optional<Prompter> teacher) {
        return new TrainingCheck(
                description,
                pairs,
                encoders,
                start,
                trainer,
                Optional.of(objectives),
                teacher,
                anew);
    }

    /** Of a training in a folder of its own, whatever lies in another. */
    TrainingCheck again() {
        return new TrainingCheck(
                description, pairs, encoders, start, trainer, losses, prompter, true);
    }

    Report report() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(model());
        encoders.bert().ifPresent(b -> findings.add(b.check(encoders)));
        if (Report.passes(findings)) {
            start.ifPresent(weights -> findings.addAll(begun(weights)));
        }
        findings.addAll(data());
        if (trainer.accumulate() > 1) {
            int train = pairs.pairs(Split.TRAIN).size();
            findings.add(Checks.accumulation(trainer.batch(), trainer.accumulate(), train));
        }
        findings.addAll(chunks());
        losses.ifPresent(l -> findings.addAll(objectives(l)));
        findings.add(trainer.device().check());
        findings.add(trainer.device().repeats());
        findings.add(needs().name());
        if (Report.passes(findings)) {
            AlproConfig sizes = encoders.config(pairs.frames(), pairs.size());
            findings.add(PrecisionCheck.of(trainer, sizes));
        }
        boolean fine = Report.passes(findings);
        List<CostLine> costs = fine ? costs(findings) : List.of();
        return new Report(
                "“%s” · %s".formatted(description.name(), description.kind()), findings, costs);
    }

    private List<Finding> chunks() {
        if (trainer.chunks() == 1 && trainer.device().count() == 1) {
            return List.of();
        }
        List<String> own =
                objectives().filter(o -> o instanceof Written).map(Objective::name).toList();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(trainer.parts());
        if (!own.isEmpty()) {
            findings.add(Checks.keptWhole(own, trainer.batch()));
        }
        return findings;
    }

    private List<Finding> model() {
        return List.of(
                Checks.sizeInPatches(pairs.size(), encoders.video().patch()),
                Checks.widthInHeads("Video", encoders.width(), encoders.video().heads()),
                Checks.widthInHeads("Text", encoders.width(), encoders.text().heads()),
                DataChecks.words(pairs.words(), encoders.positions()));
    }

    private List<Finding> begun(Checkpoint weights) {
        AlproConfig own = weights.manifest().config();
        AlproConfig asked = encoders.config(pairs.frames(), pairs.size());
        return List.of(
                Checks.start(weights.kind(), weights.epoch(), SizeDifferences.of(own, asked)),
                Checks.framesOfCheckpoint(own.video().frames(), pairs.frames()),
                Checks.sizeOfCheckpoint(
                        own.video().imageSize(), pairs.size(), own.video().patch()));
    }

    private List<Finding> data() {
        int train = pairs.pairs(Split.TRAIN).size();
        if (train == 0) {
            return List.of(PairsPresent.needed(pairs, Split.TRAIN, "training"));
        }
        LookCheck look = LookCheck.of(pairs);
        ClipSurvey trained = look.trained();
        ClipSurvey measured = PairSource.survey(pairs.given(Split.VALIDATION));
        UnreadableClips policy = pairs.unreadable();
        List<Finding> findings = new ArrayList<>();
        findings.add(PairsPresent.needed(pairs, Split.TRAIN, "training"));
        findings.addAll(PairsPresent.leftOut(pairs));
        findings.add(DataChecks.unreadable("TRAIN", trained, policy));
        if (measured.clips() > 0) {
            findings.add(DataChecks.unreadable("VALIDATION", measured, policy.inEvaluation()));
        }
        DataChecks.index(VideoIndex.standard().notKept()).ifPresent(findings::add);
        findings.add(Checks.batch(trainer.batch(), train));
        findings.add(PairsPresent.validation(pairs, trainer.batch()));
        findings.add(
                DataChecks.overlap(
                        SplitOverlap.among(pairs.all()).stream()
                                .map(SplitOverlap::toString)
                                .toList()));
        findings.add(
                DataChecks.captionLengths(
                        PairsTable.words(pairs.all()).boxed().toList(), pairs.words()));
        findings.add(
                DataChecks.clipLengths(
                        PairsTable.lengths(trained.and(measured))
                                .filter(n -> n > 1)
                                .boxed()
                                .toList(),
                        pairs.frames()));
        findings.addAll(look.findings(trainer));
        return findings;
    }

    private List<Finding> objectives(Losses objectives) {
        List<Finding> findings = new ArrayList<>();
        List<Objective> all = objectives.taughtBy(prompter);
        all.stream()
                .flatMap(o -> o.missing().stream())
                .forEach(m -> findings.add(Checks.objective(m.what(), m.fix())));
        if (findings.isEmpty()) {
            findings.add(Checks.objectives(all.stream().map(Objective::name).toList()));
        }
        if (objectives.hearPrompter() && prompter.isPresent()) {
            Prompter teacher = prompter.get();
            findings.add(
                    Checks.checkpoint(
                            teacher.checkpoint().kind(),
                            teacher.checkpoint().epoch(),
                            teacher.checkpoint().misfit()));
            findings.add(Checks.entities(teacher.entities().size()));
            if (!teacher.checkpoint().manifest().vocabulary().isEmpty()) {
                findings.add(teacher.entities().check(teacher.checkpoint()));
            }
            findings.add(
                    Checks.prompterFits(
                            teacher.video().imageSize(),
                            pairs.size(),
                            teacher.video().patch(),
                            encoders.video().patch()));
            findings.add(
                    DataChecks.rareEntities(teacher.entities().rare(), teacher.entities().size()));
        }
        return findings;
    }

    private RunNeeds needs() {
        return new RunNeeds(description, anew);
    }

    /** The cost box; adds what is found about memory and disk. */
    private List<CostLine> costs(List<Finding> findings) {
        AlproConfig config = encoders.config(pairs.frames(), pairs.size());
        long own = ParameterCount.of(config).total() + head(config);
        CostEstimate cost =
                CostEstimate.of(
                        config,
                        own,
                        frozen(),
                        passes(),
                        trainer.batch(),
                        pairs.words(),
                        trainer.precision());
        TrainingCost spent =
                new TrainingCost(
                        description, trainer, config, cost, pairs.pairs(Split.TRAIN).size());
        findings.addAll(spent.findings());
        findings.add(needs().disk(own));
        List<CostLine> lines = new ArrayList<>();
        pairs.cacheOnDisk()
                .flatMap(limit -> LookCheck.of(pairs).cost())
                .ifPresent(c -> lines.add(new CostLine("frames on disk", c)));
        lines.add(
                new CostLine(
                        "parameters",
                        Numbers.millions(own)
                                + " trainable"
                                + (frozen() > 0
                                        ? ", " + Numbers.millions(frozen()) + " frozen"
                                        : "")));
        lines.add(spent.tokens(pairs.words(), "caption"));
        lines.addAll(spent.lines());
        lines.addAll(needs().lines(own));
        lines.add(needs().data());
        return lines;
    }

    private long frozen() {
        AlproConfig config = encoders.config(pairs.frames(), pairs.size());
        long teacher =
                prompter.filter(p -> losses.filter(Losses::hearPrompter).isPresent())
                        .map(p -> ParameterCount.of(p.checkpoint().manifest().config()).total())
                        .orElse(0L);
        return teacher + objectives().mapToLong(o -> o.frozen(config)).sum();
    }

    private long head(AlproConfig config) {
        return objectives().mapToLong(o -> o.parameters(config)).sum();
    }

    /** How often the fusion layers see a clip. */
    private int passes() {
        boolean matched = objectives().anyMatch(Objective::readsMatched);
        return objectives().mapToInt(Objective::fusedPasses).sum() + (matched ? 1 : 0);
    }

    private Stream<Objective> objectives() {
        return losses.stream().flatMap(l -> l.taughtBy(prompter).stream());
    }
}
