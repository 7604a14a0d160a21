package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.config.Reranking;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores that candidates are ranked by, larger is better. Where VTM judges, the first {@link
 * Reranking#candidates} places of a query are those that it judged for this query.
 *
 * @param similarity VTC, cosine divided by the temperature, (texts, clips)
 * @param match VTM's log-odds of a match, (texts, clips), NaN where neither direction asked; empty
 *     where VTC ranks alone
 * @param textToVideo what clips are ranked by for a text, (texts, clips)
 * @param videoToText (clips, texts); with re-ranking its candidates are a clip's own best texts
 */
public record RankingScores(
        double[][] similarity,
        Optional<double[][]> match,
        double[][] textToVideo,
        double[][] videoToText) {

    /** VTC's scores in both directions. */
    public static RankingScores of(double[][] similarity) {
        return new RankingScores(
                similarity, Optional.empty(), similarity, RetrievalMetrics.transposed(similarity));
    }

    /**
     * Puts VTM over VTC in both directions.
     *
     * @param match VTM's log-odds, (texts, clips); NaN where not judged
     */
    public static RankingScores of(double[][] similarity, double[][] match, Reranking reranking) {
        return new RankingScores(
                similarity,
                Optional.of(match),
                reranked(similarity, match, reranking),
                reranked(
                        RetrievalMetrics.transposed(similarity),
                        RetrievalMetrics.transposed(match),
                        reranking));
    }

    private static double[][] reranked(
            double[][] similarity, double[][] match, Reranking reranking) {
        int[][] candidates = candidates(similarity, reranking);
        return combined(similarity, only(match, candidates), reranking.rounded());
    }

    /** The best candidates (columns) of every query (row) by VTC, which VTM judges, unordered. */
    static int[][] candidates(double[][] similarity, Reranking reranking) {
        return Arrays.stream(similarity)
                .map(
                        row ->
                                reranking.candidates() >= row.length
                                        ? IntStream.range(0, row.length).toArray()
                                        : best(row, reranking.candidates()))
                .toArray(int[][]::new);
    }

    /** The values at a query's own candidates, NaN elsewhere. */
    private static double[][] only(double[][] values, int[][] candidates) {
        double[][] kept = new double[values.length][];
        for (int query = 0; query < values.length; query++) {
            kept[query] = new double[values[query].length];
            Arrays.fill(kept[query], Double.NaN);
            for (int candidate : candidates[query]) {
                kept[query][candidate] = values[query][candidate];
            }
        }
        return kept;
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
    public static int[] best(double[] scores, int count) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(count)
                .mapToInt(i -> i)
                .toArray();
    }
}
