package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.MadeAhead;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.retrieval.PairFeatures;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/**
 * Measures the validation pairs; the same hidden words, crops and negatives every time. Every clip
 * and caption is encoded once, for the losses and for recall, while the next ones are decoded.
 */
final class PairsEvaluation implements Evaluation {
    private final Compute compute;
    private final ObjectivesTask task;
    private final RandomStreams streams;
    private final List<Some> batches;
    private final int pairs;
    private final int full;

    /**
     * Neighbours of one data set.
     *
     * @param first their place among all pairs
     * @param full their number among the batches that losses are measured on; empty for those that
     *     are left
     */
    private record Some(int first, List<Pair> pairs, OptionalInt full) {}

    /**
     * @param parts pairs of each data set, since all of a batch is from one
     */
    PairsEvaluation(
            Compute compute, ObjectivesTask task, List<List<Pair>> parts, long seed, int batch) {
        this.compute = compute;
        this.task = task;
        this.streams = new RandomStreams(new RandomStreams(seed).seedOf("validation", 0));
        this.batches = batches(parts, batch);
        this.pairs = parts.stream().mapToInt(List::size).sum();
        this.full = (int) batches.stream().filter(s -> s.full.isPresent()).count();
    }

    /** Losses compare a batch's pairs, so a batch is of one size, and one of a pair has none. */
    private static List<Some> batches(List<List<Pair>> parts, int batch) {
        List<Some> all = new ArrayList<>();
        int before = 0;
        int full = 0;
        for (List<Pair> part : parts) {
            int size = Math.min(batch, part.size());
            for (int start = 0; start < part.size(); start += size) {
                List<Pair> some = part.subList(start, Math.min(part.size(), start + size));
                boolean measured = size > 1 && some.size() == size;
                all.add(
                        new Some(
                                before + start,
                                some,
                                measured ? OptionalInt.of(full++) : OptionalInt.empty()));
            }
            before += part.size();
        }
        return all;
    }

    /** Means over full batches, and recall over all pairs; empty where there are no pairs. */
    @Override
    public Map<Metric, Double> measure() {
        Map<Metric, Double> sums = new LinkedHashMap<>();
        if (full == 0) {
            return sums;
        }
        try (PairFeatures features = new PairFeatures(compute, task.alpro().config(), pairs);
                MadeAhead<Batch> made =
                        new MadeAhead<>(batches.stream().map(some -> () -> made(some)))) {
            for (Some some : batches) {
                measure(some, made.nextThroughInterrupts(), features)
                        .forEach((q, v) -> sums.merge(q, v / full, Double::sum));
            }
            RetrievalMetrics recall = RetrievalMetrics.of(features.cosines());
            sums.put(Metric.R1, recall.r1());
            sums.put(Metric.R10, recall.r10());
        }
        return sums;
    }

    private Batch made(Some some) {
        return task.batches().evaluation(some.pairs, streams, some.full.orElse(0));
    }

    private Map<Metric, Double> measure(Some some, Batch made, PairFeatures features) {
        BiConsumer<Tensor, Tensor> seen = (clips, texts) -> features.put(some.first, clips, texts);
        try (Scope scope = compute.scope()) {
            if (some.full.isPresent()) {
                return task.measured(scope, made, streams, some.full.getAsInt(), seen);
            }
            task.features(scope, made, streams, seen);
            return Map.of();
        }
    }
}
