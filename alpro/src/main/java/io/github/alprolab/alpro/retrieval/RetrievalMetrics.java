package io.github.alprolab.alpro.retrieval;

import java.util.Arrays;

/**
 * Recall and ranks of queries whose right answers are known (docs/method.md section 6.4). A query
 * with several right answers, such as a clip with several captions, counts the best placed one.
 *
 * @param gallery number of candidates
 * @param r1 percent of queries whose right answer ranks first
 * @param r5 percent among the first 5
 * @param r10 percent among the first 10
 * @param medianRank median of the right answers' ranks, 1 is best
 * @param meanRank mean of the ranks
 */
public record RetrievalMetrics(
        int gallery, double r1, double r5, double r10, double medianRank, double meanRank) {

    /**
     * Measures queries (rows) against candidates (columns). Candidates of equal score keep column
     * order, as a stable descending sort does.
     *
     * @throws IllegalArgumentException when the matrix is empty or not square
     */
    public static RetrievalMetrics of(double[][] scores) {
        return of(scores.length, ranks(scores));
    }

    /**
     * Measures queries (rows) whose right candidates (columns) are given, at least one a query.
     *
     * @throws IllegalArgumentException when there are no queries or one has no right answer
     */
    public static RetrievalMetrics of(double[][] scores, int[][] right) {
        return of(scores.length == 0 ? 0 : scores[0].length, ranks(scores, right));
    }

    /**
     * Measures ranks among {@code gallery} candidates.
     *
     * @param ranks of the right answers, 1 is best; at least one
     */
    public static RetrievalMetrics of(int gallery, int[] ranks) {
        int count = ranks.length;
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2.0;
        return new RetrievalMetrics(
                gallery,
                recall(ranks, 1),
                recall(ranks, 5),
                recall(ranks, 10),
                median,
                Arrays.stream(ranks).average().orElseThrow());
    }

    /** The rank of each query's right answer, 1 is best. */
    public static int[] ranks(double[][] scores) {
        if (scores.length == 0 || scores[0].length != scores.length) {
            throw new IllegalArgumentException(
                    "Scores are "
                            + scores.length
                            + " x "
                            + (scores.length == 0 ? 0 : scores[0].length)
                            + "; a square matrix of at least 1 x 1 is needed, row i belonging to"
                            + " column i.");
        }
        int[][] own = new int[scores.length][];
        Arrays.setAll(own, i -> new int[] {i});
        return ranks(scores, own);
    }

    /** The rank of each query's best placed right answer, 1 is best. */
    public static int[] ranks(double[][] scores, int[][] right) {
        if (scores.length == 0 || right.length != scores.length) {
            throw new IllegalArgumentException(
                    "%d queries have %d lists of right answers; one list for each query is needed, and at least one query."
                            .formatted(scores.length, right.length));
        }
        int[] ranks = new int[scores.length];
        for (int query = 0; query < scores.length; query++) {
            double[] row = scores[query];
            int place = query;
            ranks[query] =
                    Arrays.stream(right[query])
                            .map(candidate -> rank(row, candidate))
                            .min()
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "Query %d has no right answer among the candidates."
                                                            .formatted(place)));
        }
        return ranks;
    }

    private static int rank(double[] scores, int own) {
        int rank = 1;
        for (int other = 0; other < scores.length; other++) {
            boolean before = scores[other] == scores[own] && other < own;
            rank += scores[other] > scores[own] || before ? 1 : 0;
        }
        return rank;
    }

    /** The other direction's scores. */
    public static double[][] transposed(double[][] scores) {
        double[][] turned = new double[scores[0].length][scores.length];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = scores[i][j];
            }
        }
        return turned;
    }

    private static double recall(int[] ranks, int k) {
        return 100.0 * Arrays.stream(ranks).filter(r -> r <= k).count() / ranks.length;
    }
}
