package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.retrieval.FeatureEncoder;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.datasets.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures the validation pairs; the same hidden words, crops and negatives every time. */
final class PairsEvaluation implements Evaluation {
    private final Compute compute;
    private final ObjectivesTask task;
    private final List<Pair> pairs;
    private final RandomStreams streams;
    private final int batch;
    private final List<List<Pair>> batches;

    /**
     * @param parts pairs of each data set, since all of a batch is from one
     */
    PairsEvaluation(
            Compute compute, ObjectivesTask task, List<List<Pair>> parts, long seed, int batch) {
        this.compute = compute;
        this.task = task;
        this.pairs = parts.stream().flatMap(List::stream).toList();
        this.streams = new RandomStreams(new RandomStreams(seed).seedOf("validation", 0));
        this.batch = Math.min(batch, pairs.size());
        this.batches = parts.stream().flatMap(p -> full(p, Math.min(batch, p.size()))).toList();
    }

    /** The batches of a size that are full; one of a single pair has no negatives. */
    private static Stream<List<Pair>> full(List<Pair> part, int size) {
        return IntStream.range(0, size < 2 ? 0 : part.size() / size)
                .mapToObj(i -> part.subList(i * size, (i + 1) * size));
    }

    /** Means over full batches, and recall over all pairs; empty where there are no pairs. */
    @Override
    public Map<Metric, Double> measure() {
        Map<Metric, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < batches.size(); i++) {
            measure(i).forEach((q, v) -> sums.merge(q, v / batches.size(), Double::sum));
        }
        if (!batches.isEmpty()) {
            FeatureEncoder encoder = new FeatureEncoder(compute, task.alpro(), task.batches());
            RetrievalMetrics recall = RetrievalMetrics.of(encoder.similarity(pairs, batch));
            sums.put(Metric.R1, recall.r1());
            sums.put(Metric.R10, recall.r10());
        }
        return sums;
    }

    private Map<Metric, Double> measure(int index) {
        Batch made = task.batches().evaluation(batches.get(index), streams, index);
        try (Scope scope = compute.scope()) {
            return task.losses(scope, made, streams, index, false, total -> {});
        }
    }
}
