package io.github.alprolab.alpro.config;

/**
 * Which pairs VTM judges when clips and texts are ranked (docs/method.md section 6.4).
 *
 * @param candidates how many of a query's best candidates by VTC are judged; 0 for none, {@link
 *     #ALL} for every pair
 * @param rounded whether scores are rounded to four decimals, as the published code does, so that
 *     equal ones keep the candidates' order
 */
public record Reranking(int candidates, boolean rounded) {
    /** Every pair is judged. */
    public static final int ALL = Integer.MAX_VALUE;

    public Reranking {
        Require.check(
                candidates >= 0, "candidates to judge", candidates, "0 or more; 0 ranks by VTC");
    }

    /** Ranks by VTC alone: one product of two matrices. */
    public static Reranking none() {
        return new Reranking(0, false);
    }

    /** VTM orders the best {@code candidates} of every query; the others follow by VTC. */
    public static Reranking top(int candidates) {
        Require.positive("candidates to judge", candidates);
        return new Reranking(candidates, false);
    }

    /** VTM judges every pair: the ranking of the paper, without rounding. */
    public static Reranking all() {
        return new Reranking(ALL, false);
    }

    /** VTM judges every pair and its probability is rounded to four decimals. */
    public static Reranking likeReferenceCode() {
        return new Reranking(ALL, true);
    }
}
