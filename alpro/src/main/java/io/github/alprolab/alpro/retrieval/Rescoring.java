package io.github.alprolab.alpro.retrieval;

import java.util.Arrays;

/**
 * Changes of the scores of all queries before they are ranked, which the field reports beside the
 * plain ones: they use what a search for one query alone does not know (docs/method.md section
 * 6.5).
 */
public enum Rescoring {
    /**
     * Dual softmax (Cheng et al., «Improving Video-Text Retrieval by Multi-Stream Corpus Alignment
     * and Dual Softmax Loss», 2021, section 3.4): each score times the softmax of its candidate
     * over all queries. Needs all queries of the test at once.
     */
    DUAL_SOFTMAX("dual softmax", false),

    /**
     * Inverted softmax (Smith et al. 2017; QB-Norm, CVPR 2022, section 3.2): candidates that
     * attract every query of a bank count less. Needs a bank of other queries.
     */
    INVERTED_SOFTMAX("querybank, inverted softmax", true),

    /**
     * Dynamic inverted softmax (QB-Norm, section 3.3): the inverted one for queries whose best
     * candidate is the first choice of some query of the bank, the plain scores for the others.
     */
    DYNAMIC_INVERTED_SOFTMAX("querybank, dynamic inverted softmax", true);

    private final String title;
    private final boolean bank;

    Rescoring(String title, boolean bank) {
        this.title = title;
        this.bank = bank;
    }

    /** What tables call it. */
    public String title() {
        return title;
    }

    /** Whether it reads a bank of queries, which here are captions of TRAIN. */
    public boolean needsBank() {
        return bank;
    }

    /**
     * Dual softmax of scores.
     *
     * @param scores (queries, candidates); the softmax is over each column
     * @param factors what the softmax multiplies: the scores themselves, or probabilities where the
     *     scores are log-odds
     */
    public static double[][] dualSoftmax(double[][] scores, double[][] factors) {
        double[][] changed = new double[scores.length][];
        int candidates = scores.length == 0 ? 0 : scores[0].length;
        double[] sums = new double[candidates];
        Arrays.setAll(sums, c -> logSum(scores, c));
        for (int query = 0; query < scores.length; query++) {
            double[] own = scores[query];
            double[] times = factors[query];
            changed[query] = new double[candidates];
            Arrays.setAll(changed[query], c -> times[c] * Math.exp(own[c] - sums[c]));
        }
        return changed;
    }

    /**
     * Scores normalised by a bank.
     *
     * @param scores (queries, candidates)
     */
    public double[][] normalised(double[][] scores, QueryBank queries) {
        return Arrays.stream(scores)
                .map(row -> this == INVERTED_SOFTMAX ? queries.inverted(row) : queries.dynamic(row))
                .toArray(double[][]::new);
    }

    /** Logarithm of the sum of a column's exponentials, without overflow. */
    static double logSum(double[][] scores, int column) {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : scores) {
            most = Math.max(most, row[column]);
        }
        double sum = 0;
        for (double[] row : scores) {
            sum += Math.exp(row[column] - most);
        }
        return most + Math.log(sum);
    }
}
