package io.github.alprolab.dsl.check;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks of what ranks and of what is fine-tuned to rank: pure functions of figures. */
public final class RankingChecks {
    /** Of a right pair and its two wrong ones, the share that always saying «no match» gets. */
    private static final double CHANCE = 2.0 / 3;

    /** Less above chance is luck of some 250 validation pairs, or too little to order by. */
    private static final double CLEAR = 0.03;

    private RankingChecks() {}

    /**
     * C37: a VTM that has learned nothing and is to order candidates; nothing to say where it does
     * not rank, or where its accuracy is not known.
     *
     * @param metrics validation figures of the checkpoint by name
     */
    public static Optional<Finding> matching(Reranking reranking, Map<String, Double> metrics) {
        if (reranking.candidates() == 0) {
            return Optional.empty();
        }
        return matching(metrics)
                .map(
                        said ->
                                Finding.warning(
                                        "C37",
                                        said + ": re-ranking will make the order worse.",
                                        "VTC alone: no rerank; or .trainer(…), which trains VTM"));
    }

    /** The same in words for beside a table; empty where VTM is above chance, or not known. */
    public static Optional<String> matching(Map<String, Double> metrics) {
        return Optional.ofNullable(metrics.get(Metric.VTM_ACCURACY.name()))
                .filter(accuracy -> accuracy <= CHANCE + CLEAR)
                .map(
                        accuracy ->
                                "VTM of this checkpoint is right in %s of its validation pairs, chance is %s"
                                        .formatted(
                                                Numbers.percent(accuracy),
                                                Numbers.percent(CHANCE)));
    }

    /** Whether a model's VTM has learned to tell right pairs from wrong ones. */
    public static boolean canMatch(CheckpointManifest model) {
        return model.hasLearned(
                List.of("pretraining", "retrieval"),
                Metric.VTM_LOSS.name(),
                Metric.VTM_ACCURACY.name());
    }

    /**
     * C26: a model whose VTM orders nothing.
     *
     * @param fix what to do instead
     */
    public static AdviceException cannotMatch(String fix) {
        return new AdviceException(
                "C26",
                "This model was trained without VTM, as a prompter is, so its VTM orders nothing.",
                fix);
    }

    /**
     * C37: the captions that querybank normalisation asks.
     *
     * @param captions of TRAIN
     */
    public static Finding bank(int captions) {
        return captions > 0
                ? Finding.note(
                        "C37",
                        "Querybank normalisation asks %s captions of TRAIN."
                                .formatted(Numbers.whole(captions)))
                : Finding.fault(
                        "C37",
                        "Querybank normalisation asks captions of TRAIN, and there are none.",
                        ".rescore(Rescoring.DUAL_SOFTMAX), or a data set with TRAIN");
    }

    /**
     * C25: what a fine-tuning is trained and scored on.
     *
     * @param train pairs of TRAIN
     * @param splits that are scored
     */
    public static Finding fineTuned(int train, List<String> splits) {
        String words =
                "Fine-tuned on %s pairs of TRAIN, the best epoch chosen on VALIDATION, scored on %s."
                        .formatted(Numbers.whole(train), String.join(" and ", splits));
        if (splits.contains("TRAIN")) {
            return Finding.warning(
                    "C25", words + " R@k on TRAIN measures memory.", ".only(Split.TEST)");
        }
        return splits.contains("VALIDATION")
                ? Finding.warning(
                        "C25",
                        words + " Figures on VALIDATION are those the epoch was chosen by.",
                        ".only(Split.TEST)")
                : Finding.fine("C25", words);
    }
}
