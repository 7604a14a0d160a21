package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.QueryBank;
import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table of recall: what was ranked by first, then what else it is compared with, each
 * named.
 */
final class RecallRows {
    private static final String TO_VIDEO = "text → video";
    private static final String TO_TEXT = "video → text";

    private final Scores scores;
    private final GroundTruth truth;
    private final List<Row> rows = new ArrayList<>();

    /** A named row. */
    record Row(String name, RetrievalMetrics metrics) {}

    private RecallRows(Scores scores) {
        this.scores = scores;
        this.truth = scores.truth();
    }

    /** Plain figures in both directions, then those of each rule. */
    static List<Row> of(Scores scores, Rescored rescored, Reranking reranking) {
        RecallRows all = new RecallRows(scores);
        all.rows.add(new Row(TO_VIDEO, all.truth.textToVideo(scores.textToVideo())));
        all.rows.add(new Row(TO_TEXT, all.truth.videoToText(scores.videoToText())));
        if (!rescored.rules().isEmpty()) {
            all.vtc(rescored, reranking);
            if (reranking.candidates() == Reranking.ALL) {
                all.vtm(rescored);
            }
        }
        return all.rows;
    }

    /** Where VTM ranks, VTC's plain figures are what its changed ones stand beside. */
    private void vtc(Rescored rescored, Reranking reranking) {
        double[][] plain = scores.ranking().similarity();
        boolean reranked = reranking.candidates() > 0;
        String name = reranked ? " · VTC" : "";
        if (reranked) {
            toVideo(name, plain);
            toText(name, RetrievalMetrics.transposed(plain));
        }
        rescored.rules().forEach(rule -> rule(name, rule, plain, plain, scores.banks().vtc()));
    }

    private void vtm(Rescored rescored) {
        double[][] odds = scores.ranking().match().orElseThrow();
        double[][] likely =
                Arrays.stream(odds)
                        .map(row -> Arrays.stream(row).map(o -> 1 / (1 + Math.exp(-o))).toArray())
                        .toArray(double[][]::new);
        rescored.rules().forEach(rule -> rule(" · VTM", rule, odds, likely, scores.banks().vtm()));
    }

    private void rule(
            String name,
            Rescoring rule,
            double[][] plain,
            double[][] factors,
            Optional<QueryBank> bank) {
        String title = name + " · " + rule.title();
        if (rule.needsBank()) {
            toVideo(title, rule.normalised(plain, bank.orElseThrow()));
        } else {
            toVideo(title, Rescoring.dualSoftmax(plain, factors));
            toText(
                    title,
                    Rescoring.dualSoftmax(
                            RetrievalMetrics.transposed(plain),
                            RetrievalMetrics.transposed(factors)));
        }
    }

    private void toVideo(String name, double[][] changed) {
        int[] ranks = RetrievalMetrics.ranks(changed, truth.clipsOfText());
        rows.add(new Row(TO_VIDEO + name, truth.textToVideo(ranks)));
    }

    private void toText(String name, double[][] changed) {
        int[] ranks = RetrievalMetrics.ranks(changed, truth.textsOfClip());
        rows.add(new Row(TO_TEXT + name, truth.videoToText(ranks)));
    }
}
