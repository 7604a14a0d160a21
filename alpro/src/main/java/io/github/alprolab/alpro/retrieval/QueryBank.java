package io.github.alprolab.alpro.retrieval;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a bank of other queries says of each candidate: how strongly it attracts them, and whether
 * it is the first choice of any (Bogolin et al., «Cross Modal Retrieval with Querybank
 * Normalisation», CVPR 2022, sections 3.2 and 3.3).
 *
 * @param attraction logarithm of the sum of exp(score) over the bank, of each candidate
 * @param chosen whether some query of the bank ranks the candidate first: its activation set
 */
public record QueryBank(double[] attraction, boolean[] chosen) {

    /**
     * Of the bank's scores.
     *
     * @param scores of queries of the bank (rows) and candidates (columns), larger is better, in
     *     the unit of the scores that are to be normalised; at least one row
     */
    public static QueryBank of(double[][] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException(
                    "A query bank is empty; at least one query is needed.");
        }
        int candidates = scores[0].length;
        boolean[] chosen = new boolean[candidates];
        Arrays.stream(scores).forEach(row -> chosen[largest(row)] = true);
        double[] attraction =
                IntStream.range(0, candidates)
                        .mapToDouble(c -> Rescoring.logSum(scores, c))
                        .toArray();
        return new QueryBank(attraction, chosen);
    }

    /** Inverted softmax: each score by its candidate's attraction, as logarithms. */
    double[] inverted(double[] scores) {
        double[] changed = new double[scores.length];
        Arrays.setAll(changed, c -> scores[c] - attraction[c]);
        return changed;
    }

    /**
     * The same where the best candidate is one that the bank chose, else the scores as they are.
     */
    double[] dynamic(double[] scores) {
        return chosen[largest(scores)] ? inverted(scores) : scores.clone();
    }

    private static int largest(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }
}
