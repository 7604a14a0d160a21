package io.github.alprolab.alpro.retrieval;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an order by chance reaches, where queries may have several right answers. */
final class Guessing {
    private final int gallery;
    // Number of right answers of a query, and how many queries have so many.
    private final Map<Integer, Long> queries;

    private Guessing(int gallery, Map<Integer, Long> queries) {
        this.gallery = gallery;
        this.queries = queries;
    }

    /**
     * Expected recall, the median of the ranks' distribution over all queries, and the expected
     * rank.
     *
     * @param gallery n, number of candidates
     * @param right the right candidates of every query, at least one each
     */
    static RetrievalMetrics of(int gallery, int[][] right) {
        Guessing guessing =
                new Guessing(
                        gallery,
                        Arrays.stream(right)
                                .collect(
                                        Collectors.groupingBy(
                                                own -> own.length,
                                                TreeMap::new,
                                                Collectors.counting())));
        return new RetrievalMetrics(
                gallery,
                guessing.recall(1),
                guessing.recall(5),
                guessing.recall(10),
                guessing.median(),
                // The smallest of m places drawn from n is (n + 1) / (m + 1) on average.
                guessing.mean(m -> (gallery + 1.0) / (m + 1)));
    }

    private double recall(int k) {
        return mean(m -> reached(k, m));
    }

    /**
     * Percent of draws in which one of m right answers is among the first k: the first of them is,
     * or it is not and one of the others is among what is left.
     */
    private double reached(int k, int m) {
        double percent = 0;
        for (int drawn = m - 1; drawn >= 0; drawn--) {
            int left = gallery - drawn;
            int first = Math.min(k, left);
            percent = 100.0 * first / left + (double) (left - first) / left * percent;
        }
        return percent;
    }

    private double median() {
        int lower =
                IntStream.iterate(1, k -> k + 1)
                        .filter(k -> recall(k) >= 50)
                        .findFirst()
                        .orElseThrow();
        int upper =
                IntStream.iterate(lower, k -> k + 1)
                        .filter(k -> recall(k) > 50)
                        .findFirst()
                        .orElseThrow();
        return (lower + upper) / 2.0;
    }

    /** Over all queries, so that equal values give exactly this value. */
    private double mean(IntToDoubleFunction ofRight) {
        double mean = 0;
        long seen = 0;
        for (Map.Entry<Integer, Long> group : queries.entrySet()) {
            seen += group.getValue();
            double share = (double) group.getValue() / seen;
            mean += (ofRight.applyAsDouble(group.getKey()) - mean) * share;
        }
        return mean;
    }
}
