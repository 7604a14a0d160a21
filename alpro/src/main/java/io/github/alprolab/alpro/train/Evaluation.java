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

/** Measures the validation pairs; the same hidden words, crops and negatives every time. */
final class Evaluation {
    private final Compute compute;
    private final TrainingTask task;
    private final List<Pair> pairs;
    private final RandomStreams streams;
    private final int batch;

    Evaluation(Compute compute, TrainingTask task, List<Pair> pairs, long seed, int batch) {
        this.compute = compute;
        this.task = task;
        this.pairs = pairs;
        this.streams = new RandomStreams(new RandomStreams(seed).seedOf("validation", 0));
        this.batch = Math.min(batch, pairs.size());
    }

    /** Means over full batches, and recall over all pairs; empty where there are no pairs. */
    Map<Metric, Double> measure() {
        Map<Metric, Double> sums = new LinkedHashMap<>();
        int batches = batch < 2 ? 0 : pairs.size() / batch;
        for (int i = 0; i < batches; i++) {
            measure(i).forEach((q, v) -> sums.merge(q, v / batches, Double::sum));
        }
        if (batches > 0) {
            FeatureEncoder encoder = new FeatureEncoder(compute, task.alpro(), task.batches());
            RetrievalMetrics recall = RetrievalMetrics.of(encoder.similarity(pairs, batch));
            sums.put(Metric.R1, recall.r1());
            sums.put(Metric.R10, recall.r10());
        }
        return sums;
    }

    private Map<Metric, Double> measure(int index) {
        List<Pair> some = pairs.subList(index * batch, (index + 1) * batch);
        Batch made = task.batches().evaluation(some, streams, index);
        try (Scope scope = compute.scope()) {
            return task.losses(scope, made, streams, index, false, total -> {});
        }
    }
}
