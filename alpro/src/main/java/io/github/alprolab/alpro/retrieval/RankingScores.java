package io.github.alprolab.alpro.retrieval;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores that candidates are ranked by, larger is better.
 *
 * @param similarity VTC, cosine divided by the temperature, (texts, clips)
 * @param textToVideo what clips are ranked by for a text, (texts, clips)
 * @param videoToText (clips, texts); with re-ranking its candidates are a clip's own best texts
 */
public record RankingScores(double[][] similarity, double[][] textToVideo, double[][] videoToText) {

    /** VTC's scores in both directions. */
    static RankingScores of(double[][] similarity) {
        return new RankingScores(similarity, similarity, RetrievalMetrics.transposed(similarity));
    }

    /**
     * Puts VTM over VTC: candidates that were judged come first, by their probability of a match;
     * the others keep VTC's order behind them.
     *
     * @param similarity VTC, (queries, candidates)
     * @param match VTM's log-odds of a match, (queries, candidates); NaN where not judged
     */
    static double[][] combined(double[][] similarity, double[][] match, boolean rounded) {
        double[][] scores = new double[similarity.length][];
        for (int query = 0; query < scores.length; query++) {
            double[] vtc = similarity[query];
            double[] vtm = match[query];
            double least = Arrays.stream(vtm).filter(v -> !Double.isNaN(v)).min().orElse(0);
            double most = Arrays.stream(vtc).max().orElse(0);
            scores[query] =
                    IntStream.range(0, vtc.length)
                            .mapToDouble(
                                    c ->
                                            Double.isNaN(vtm[c])
                                                    ? least - 1 - (most - vtc[c])
                                                    : judged(vtm[c], rounded))
                            .toArray();
        }
        return scores;
    }

    /** Log-odds order as the probability does, and stay apart where that has become 1. */
    private static double judged(double odds, boolean rounded) {
        if (!rounded) {
            return odds;
        }
        double probability = (float) (1 / (1 + Math.exp(-odds)));
        return new BigDecimal(probability).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Indices of the {@code count} largest scores, best first; equal ones in column order. */
    static int[] best(double[] scores, int count) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(count)
                .mapToInt(i -> i)
                .toArray();
    }
}
