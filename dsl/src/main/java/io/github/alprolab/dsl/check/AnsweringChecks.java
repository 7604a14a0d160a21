package io.github.alprolab.dsl.check;

import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The checks of fine-tuning on questions: pure functions of plain values. */
public final class AnsweringChecks {
    private static final int FEW = 3;

    private AnsweringChecks() {}

    /**
     * C14: what of a checkpoint the model that answers begins with.
     *
     * @param loaded tensors that it takes from there
     * @param kept whether the classifier is among them
     * @param misfits names of tensors that do not fit, by what is wrong with them
     */
    public static Finding start(
            String kind, int loaded, int answers, boolean kept, Map<String, List<String>> misfits) {
        if (!misfits.isEmpty()) {
            return unusable(
                    misfits.entrySet().stream()
                            .map(e -> e.getKey() + ": " + few(e.getValue()))
                            .collect(
                                    Collectors.joining(
                                            ". ", "The checkpoint does not fit. ", ".")));
        }
        String classifier =
                kept
                        ? "classifier.* is kept, it tells the same %d answers apart"
                        : "classifier.* is new (%d answers)";
        return Finding.fine(
                "C14",
                "%s; %d tensors are those of the checkpoint of a %s."
                        .formatted(classifier.formatted(answers), loaded, kind));
    }

    private static String few(List<String> names) {
        int left = names.size() - FEW;
        return String.join(", ", names.subList(0, Math.min(FEW, names.size())))
                + (left > 0 ? " and " + left + " more" : "");
    }

    /** C14: the checkpoint cannot be a start. */
    public static Finding unusable(String why) {
        return Finding.fault(
                "C14", why, ".from(run.best()) of a pre-training, or .encoders(Encoders.tiny())");
    }

    /** C36: no question of TRAIN can be learned. */
    public static Finding nothingToLearn(int train) {
        return Finding.fault(
                "C36",
                "None of the %s questions of TRAIN has an answer that is told apart."
                        .formatted(Numbers.whole(train)),
                "questions.answers(Answers.all())");
    }

    /**
     * C36: how many questions are learned from.
     *
     * @param train questions of TRAIN
     * @param learned those of them whose answer is told apart
     * @param clips of an epoch
     * @param update clips of an update
     */
    public static Finding learned(int train, int learned, int clips, int update) {
        if (update < 2) {
            return Finding.fault("C36", "A batch of 1 is asked for.", ".batch(8) or more");
        }
        if (clips < update) {
            return Finding.fault(
                    "C36",
                    "An update of %d clips is asked for and an epoch has %d."
                            .formatted(update, clips),
                    clips >= 2 ? ".batch(" + clips + ")" : "more questions of TRAIN");
        }
        String others =
                learned == train
                        ? "."
                        : " of %s; the answers of the others are not told apart."
                                .formatted(Numbers.whole(train));
        return Finding.fine(
                "C36",
                "Learns from %s questions of TRAIN about %s clips an epoch%s"
                        .formatted(Numbers.whole(learned), Numbers.whole(clips), others));
    }

    /** C36: what is frozen at random learns nothing. */
    public static Finding frozenAtRandom() {
        return Finding.warning(
                "C36",
                "Attention and perceptrons of the video encoder are at random and stay so.",
                ".freezing(Freezing.NONE), or .from(run.best()) of a pre-training");
    }
}
