package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Recall and ranks in both directions, plain and rescored, beside chance. */
public final class RecallTable {
    private RecallTable() {}

    /**
     * Of the ranks of the right clips and texts. Where clips have several captions guessing finds
     * one of them more easily than the one clip, so each direction has its own row of chance.
     *
     * @param title what was measured, in words
     * @param tuned whether the model was trained for it, which the notebook's runner names
     */
    public static DataTable of(
            Scores scores, String title, boolean tuned, Rescored rescored, Reranking reranking) {
        List<RecallRows.Row> all = RecallRows.of(scores, rescored, reranking);
        List<RecallRows.Row> rows = new ArrayList<>(all);
        rows.addAll(chance(scores.truth()));
        return DataTable.of(title)
                .text("direction", rows.stream().map(RecallRows.Row::name).toList())
                .number("R@1", column(rows, RetrievalMetrics::r1), 1)
                .number("R@5", column(rows, RetrievalMetrics::r5), 1)
                .number("R@10", column(rows, RetrievalMetrics::r10), 1)
                .number("median rank", column(rows, RetrievalMetrics::medianRank), 1)
                .number("mean rank", column(rows, RetrievalMetrics::meanRank), 1)
                .metrics(json(all, scores.truth(), tuned ? "tuned_" : ""));
    }

    private static List<RecallRows.Row> chance(GroundTruth truth) {
        RetrievalMetrics text = truth.guessedTextToVideo();
        return truth.several()
                ? List.of(
                        new RecallRows.Row("chance, text → video", text),
                        new RecallRows.Row("chance, video → text", truth.guessedVideoToText()))
                : List.of(new RecallRows.Row("chance", text));
    }

    private static List<Double> column(
            List<RecallRows.Row> rows, ToDoubleFunction<RetrievalMetrics> figure) {
        return rows.stream().map(r -> figure.applyAsDouble(r.metrics())).toList();
    }

    private static String json(List<RecallRows.Row> rows, GroundTruth truth, String kind) {
        Map<String, Object> all = new TreeMap<>();
        all.put(kind + "text_to_video", json(rows.get(0).metrics(), truth.guessedTextToVideo()));
        all.put(kind + "video_to_text", json(rows.get(1).metrics(), truth.guessedVideoToText()));
        Map<String, Object> more = new TreeMap<>();
        rows.subList(2, rows.size())
                .forEach(
                        row ->
                                more.put(
                                        row.name(),
                                        json(
                                                row.metrics(),
                                                row.name().startsWith("text")
                                                        ? truth.guessedTextToVideo()
                                                        : truth.guessedVideoToText())));
        if (!more.isEmpty()) {
            all.put(kind + "compared", more);
        }
        return CanonicalJson.line(all);
    }

    private static Map<String, Object> json(RetrievalMetrics metrics, RetrievalMetrics chance) {
        return Map.of(
                "r1", metrics.r1(),
                "r5", metrics.r5(),
                "r10", metrics.r10(),
                "median_rank", metrics.medianRank(),
                "mean_rank", metrics.meanRank(),
                "gallery", metrics.gallery(),
                "chance_r1", chance.r1());
    }
}
