package io.github.alprolab.dsl;

import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Recall and ranks in both directions, beside chance. */
final class RecallTable {
    private RecallTable() {}

    /** Of the ranks of the right clips and texts. */
    static DataTable of(Scores scores, String split) {
        int n = scores.ids().size();
        RetrievalMetrics text = RetrievalMetrics.of(n, scores.textToVideo());
        RetrievalMetrics video = RetrievalMetrics.of(n, scores.videoToText());
        return DataTable.of("Retrieval on %s · %d clips".formatted(split, n))
                .text("direction", List.of("text → video", "video → text", "chance"))
                .number("R@1", row(text, video, RetrievalMetrics::r1, text.chance(1)), 1)
                .number("R@5", row(text, video, RetrievalMetrics::r5, text.chance(5)), 1)
                .number("R@10", row(text, video, RetrievalMetrics::r10, text.chance(10)), 1)
                .number(
                        "median rank",
                        row(text, video, RetrievalMetrics::medianRank, text.chanceRank()),
                        1)
                .number(
                        "mean rank",
                        row(text, video, RetrievalMetrics::meanRank, text.chanceRank()),
                        1)
                .metrics(
                        CanonicalJson.line(
                                Map.of("text_to_video", json(text), "video_to_text", json(video))));
    }

    private static List<Double> row(
            RetrievalMetrics text,
            RetrievalMetrics video,
            ToDoubleFunction<RetrievalMetrics> figure,
            double chance) {
        return List.of(figure.applyAsDouble(text), figure.applyAsDouble(video), chance);
    }

    private static Map<String, Object> json(RetrievalMetrics metrics) {
        return Map.of(
                "r1", metrics.r1(),
                "r5", metrics.r5(),
                "r10", metrics.r10(),
                "median_rank", metrics.medianRank(),
                "mean_rank", metrics.meanRank(),
                "gallery", metrics.gallery(),
                "chance_r1", metrics.chance(1));
    }
}
