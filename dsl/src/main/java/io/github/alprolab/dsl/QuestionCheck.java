package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.readers.AnswerLabels;
import io.github.alprolab.datasets.readers.SplitOverlap;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.datasets.video.VideoIndex;
import io.github.alprolab.dsl.check.DataChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.QuestionChecks;
import io.github.alprolab.dsl.data.AnswerCounts;
import io.github.alprolab.dsl.data.MoreData;
import io.github.alprolab.dsl.data.PairSource;
import io.github.alprolab.dsl.data.PairsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Collects what is to say of questions that a model learns from and is measured on. */
record QuestionCheck(Questions questions) {
    private static final int ENOUGH = 256;

    /**
     * Of a training and what it is measured on.
     *
     * @param learned how many questions of TRAIN can be learned from, where there are some
     * @throws io.github.alprolab.dsl.check.AdviceException C10 where videos are missing; {@link
     *     io.github.alprolab.dsl.check.Report#advised} makes a finding of it
     */
    List<Finding> trained(Trainer trainer, Split measured, Supplier<Finding> learned) {
        List<Finding> findings = new ArrayList<>();
        findings.add(needed(Split.TRAIN, "training"));
        if (questions.asked(Split.TRAIN).isEmpty()) {
            return findings;
        }
        findings.add(learned.get());
        int validation = questions.asked(Split.VALIDATION).size();
        findings.add(QuestionChecks.validation(validation, more(Split.VALIDATION)));
        LookCheck look = LookCheck.of(questions);
        UnreadableClips policy = questions.unreadable();
        findings.add(DataChecks.unreadable("TRAIN", look.trained(), policy));
        findings.addAll(look.findings(trainer));
        if (measured != Split.VALIDATION && validation > 0) {
            findings.add(unreadable(Split.VALIDATION));
        }
        findings.add(overlap());
        findings.addAll(measured(measured));
        return findings;
    }

    /** Of a measurement alone. */
    List<Finding> measured(Split split) {
        List<VideoQuestion> asked = questions.asked(split);
        List<Finding> findings = new ArrayList<>();
        findings.add(needed(split, "answering"));
        if (asked.isEmpty()) {
            return findings;
        }
        DataChecks.leftOut(split.name(), MoreData.missing(List.of(questions.dataset()), split))
                .ifPresent(findings::add);
        findings.add(coverage(split, asked));
        findings.add(unreadable(split));
        DataChecks.index(VideoIndex.standard().notKept()).ifPresent(findings::add);
        List<Pair> videos =
                Stream.of(Split.values()).flatMap(s -> questions.videos(s).stream()).toList();
        findings.add(
                DataChecks.textLengths(
                        "questions", PairsTable.words(videos).boxed().toList(), questions.words()));
        ClipSurvey clips = PairSource.survey(questions.givenVideos(split));
        findings.add(
                DataChecks.clipLengths(
                        PairsTable.lengths(clips).filter(n -> n > 1).boxed().toList(),
                        questions.frames()));
        return findings;
    }

    private Finding needed(Split split, String use) {
        int used = questions.asked(split).size();
        int given = used > 0 ? used : questions.givenVideos(split).size();
        return used == 0 && given > 0
                ? DataChecks.nothingReadable(split.name(), given)
                : QuestionChecks.notEmpty(split.name(), used, use, more(split));
    }

    private Finding coverage(Split split, List<VideoQuestion> asked) {
        AnswerLabels labels = questions.vocabulary();
        double floor = questions.majority().map(m -> AnswerCounts.accuracy(asked, m)).orElse(0.0);
        AnswerLabels all = questions.answers(Answers.all()).vocabulary();
        return QuestionChecks.coverage(
                new QuestionChecks.Reach(
                        split.name(),
                        questions.answers().toString(),
                        labels.size(),
                        AnswerCounts.coverage(asked, labels),
                        floor),
                AnswerCounts.coverage(asked, all));
    }

    private Finding unreadable(Split split) {
        return DataChecks.unreadable(
                split.name(),
                PairSource.survey(questions.givenVideos(split)),
                questions.unreadable().inEvaluation());
    }

    private Finding overlap() {
        List<Pair> videos =
                Stream.of(Split.values()).flatMap(s -> questions.videos(s).stream()).toList();
        return DataChecks.overlap(
                SplitOverlap.among(videos).stream().map(SplitOverlap::toString).toList());
    }

    private String more(Split split) {
        Optional<Split> only = questions.only().filter(o -> o != split);
        return MoreData.fix(List.of(questions.dataset()), split, ENOUGH, only);
    }
}
