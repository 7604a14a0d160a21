package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Recall and ranks in both directions, beside chance. */
public final class RecallTable {
    private RecallTable() {}

    /**
     * Of the ranks of the right clips and texts. Where clips have several captions guessing finds
     * one of them more easily than the one clip, so each direction has its own row of chance.
     *
     * @param note what the title says of the captions
     */
    public static DataTable of(Scores scores, String split, String note) {
        GroundTruth truth = scores.truth();
        RetrievalMetrics text = truth.textToVideo(scores.textToVideo());
        RetrievalMetrics video = truth.videoToText(scores.videoToText());
        RetrievalMetrics guessedText = truth.guessedTextToVideo();
        RetrievalMetrics guessedVideo = truth.guessedVideoToText();
        List<String> names = new ArrayList<>(List.of("text → video", "video → text", "chance"));
        List<RetrievalMetrics> rows = new ArrayList<>(List.of(text, video, guessedText));
        if (truth.several()) {
            names.set(2, "chance, text → video");
            names.add("chance, video → text");
            rows.add(guessedVideo);
        }
        return DataTable.of(
                        "Retrieval on %s · %d clips%s"
                                .formatted(split, scores.pairs().size(), note))
                .text("direction", names)
                .number("R@1", column(rows, RetrievalMetrics::r1), 1)
                .number("R@5", column(rows, RetrievalMetrics::r5), 1)
                .number("R@10", column(rows, RetrievalMetrics::r10), 1)
                .number("median rank", column(rows, RetrievalMetrics::medianRank), 1)
                .number("mean rank", column(rows, RetrievalMetrics::meanRank), 1)
                .metrics(
                        CanonicalJson.line(
                                Map.of(
                                        "text_to_video",
                                        json(text, guessedText),
                                        "video_to_text",
                                        json(video, guessedVideo))));
    }

    private static List<Double> column(
            List<RetrievalMetrics> rows, ToDoubleFunction<RetrievalMetrics> figure) {
        return rows.stream().map(figure::applyAsDouble).toList();
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
