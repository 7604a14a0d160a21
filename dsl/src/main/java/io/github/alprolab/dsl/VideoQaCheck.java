package io.github.alprolab.dsl;

import io.github.alprolab.alpro.answering.AnswerFit;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AnsweringChecks;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.CostEstimate;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.DataChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.show.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is to say about a fine-tuning on questions before it runs.
 *
 * @param anew whether what lies there already is of no use
 */
record VideoQaCheck(VideoQa experiment, Description description, boolean anew) {

    Report report() {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(start());
        findings.addAll(data());
        findings.addAll(experiment.trainer().parts());
        findings.add(experiment.trainer().device().check());
        findings.add(experiment.trainer().device().repeats());
        findings.add(needs().name());
        if (Report.passes(findings)) {
            precision().ifPresent(findings::add);
        }
        boolean fine = Report.passes(findings);
        return new Report(
                "“%s” · video question answering".formatted(experiment.name()),
                findings,
                fine ? costs(findings) : List.of());
    }

    private Optional<Finding> precision() {
        Trainer trainer = experiment.trainer();
        AlproConfig sizes = experiment.start().config(questions().frames(), questions().size());
        return PrecisionCheck.ofChoice(
                trainer.precision(), trainer.config().device(), sizes, trainer.batch());
    }

    private RunNeeds needs() {
        return new RunNeeds(description, anew);
    }

    private Questions questions() {
        return experiment.questions();
    }

    private List<Finding> start() {
        List<Finding> findings = new ArrayList<>();
        AlproConfig config = experiment.start().config(questions().frames(), questions().size());
        findings.add(DataChecks.words(questions().words(), config.text().positions()));
        experiment.start().checkpoint().ifPresent(c -> findings.addAll(trained(c)));
        experiment.start().encoders().ifPresent(e -> findings.addAll(random(e)));
        return findings;
    }

    private List<Finding> trained(Checkpoint checkpoint) {
        AlproConfig own = checkpoint.manifest().config();
        List<String> answers = questions().vocabulary().answers();
        List<Finding> findings = new ArrayList<>();
        try {
            AnswerFit fit = AnswerFit.of(checkpoint.file(), answers);
            findings.add(
                    AnsweringChecks.start(
                            checkpoint.kind(),
                            fit.loaded(),
                            answers.size(),
                            fit.kept(),
                            fit.misfits()));
        } catch (IOException | IllegalArgumentException e) {
            findings.add(AnsweringChecks.unusable(e.getMessage()));
        }
        findings.add(Checks.framesOfCheckpoint(own.video().frames(), questions().frames()));
        findings.add(
                Checks.sizeOfCheckpoint(
                        own.video().imageSize(), questions().size(), own.video().patch()));
        return findings;
    }

    private List<Finding> random(Encoders encoders) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Checks.sizeInPatches(questions().size(), encoders.video().patch()));
        findings.add(Checks.widthInHeads("Video", encoders.width(), encoders.video().heads()));
        findings.add(Checks.widthInHeads("Text", encoders.width(), encoders.text().heads()));
        encoders.bert().ifPresent(b -> findings.add(b.check(encoders)));
        if (experiment.freezing() != Freezing.NONE) {
            findings.add(AnsweringChecks.frozenAtRandom());
        }
        return findings;
    }

    private List<Finding> data() {
        return new QuestionCheck(questions())
                .trained(experiment.trainer(), experiment.measured(), this::learned);
    }

    private Finding learned() {
        int train = questions().asked(Split.TRAIN).size();
        int learned = questions().trained().size();
        return learned == 0
                ? AnsweringChecks.nothingToLearn(train)
                : AnsweringChecks.learned(train, learned, groups(), update());
    }

    /** Clips of an epoch: a clip counts once for every group of its questions. */
    private int groups() {
        return questions().training(experiment.questionsPerClip()).clips().train().size();
    }

    private int update() {
        return experiment.trainer().batch() * experiment.trainer().accumulate();
    }

    /** The cost box; adds what is found about memory and disk. */
    private List<CostLine> costs(List<Finding> findings) {
        Questions asked = questions();
        Trainer trainer = experiment.trainer();
        AlproConfig config = experiment.start().config(asked.frames(), asked.size());
        long own = AnswerFit.parameters(config, asked.vocabulary().size());
        CostEstimate cost = CostEstimate.of(config, own, 0, 1, trainer.batch(), asked.words());
        TrainingCost spent = new TrainingCost(description, trainer, config, cost, groups());
        findings.addAll(spent.findings());
        findings.add(needs().disk(own));
        List<CostLine> lines = new ArrayList<>();
        lines.add(new CostLine("parameters", Numbers.millions(own)));
        lines.add(spent.tokens(asked.words(), "question"));
        lines.addAll(spent.lines());
        lines.addAll(needs().lines(own));
        lines.add(needs().data());
        return lines;
    }
}
