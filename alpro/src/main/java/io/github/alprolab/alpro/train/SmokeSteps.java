package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchStream;
import io.github.alprolab.alpro.data.MixedPart;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The first two updates of a training, with its own batches, draws and optimiser, and a validation
 * batch. No file is written, and every draw is a function of seed, purpose and number, so that the
 * training afterwards is the same as without.
 */
final class SmokeSteps {
    private final TrainingTask task;
    private final TrainConfig config;
    private final TrainingData data;
    private final TrainingListener listener;
    private final Updates updates;
    private final Map<ModelPart, Double> gradients = new EnumMap<>(ModelPart.class);

    SmokeSteps(
            Compute compute,
            TrainingTask task,
            TrainConfig config,
            TrainingData data,
            TrainingListener listener) {
        this.task = task;
        this.config = config;
        this.data = data;
        this.listener = listener;
        this.updates = new Updates(compute, task, config, data);
    }

    /**
     * Does them.
     *
     * @param random whether all weights began at random
     * @throws CancellationException when the listener or an interrupt asks to stop
     */
    SmokeFigures figures(boolean random, PeakMemory memory) {
        try (BatchStream batches = updates.batches(1)) {
            listener.doing("decoding the first clips");
            long start = System.nanoTime();
            Batch one = batches.next();
            double decoding = seconds(start) * config.accumulate() / BatchStream.threads();
            listener.doing("update 1, for which the engine gets ready");
            start = System.nanoTime();
            Map<Metric, Double> first = update(1, some(one, batches));
            double readying = seconds(start);
            listener.doing("update 2");
            Batch next = batches.next();
            start = System.nanoTime();
            Map<Metric, Double> second = update(2, some(next, batches));
            double usual = seconds(start);
            listener.doing("a validation batch");
            start = System.nanoTime();
            List<Pair> some = validation();
            Map<Metric, Double> validation = measured(some);
            double share = some.isEmpty() ? 0 : (double) data.validation().size() / some.size();
            return new SmokeFigures(
                    random,
                    updates.metrics(),
                    task.sizes(config.batch(), data.validation()),
                    first,
                    second,
                    validation,
                    gradients,
                    new SmokeFigures.Times(
                            updates.perEpoch(),
                            config.epochs(),
                            decoding,
                            readying,
                            usual,
                            seconds(start) * share),
                    memory.most());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private List<Batch> some(Batch first, BatchStream batches) throws InterruptedException {
        List<Batch> some = new ArrayList<>(List.of(first));
        while (some.size() < config.accumulate()) {
            some.add(batches.next());
        }
        return some;
    }

    private Map<Metric, Double> update(int number, List<Batch> batches) {
        requireWanted();
        return updates.step().run(number, batches, 0, this::measureGradients);
    }

    private void measureGradients() {
        Map<ModelPart, List<Tensor>> parts = new EnumMap<>(ModelPart.class);
        TextConfig text = task.manifest(0, 0, Map.of()).config().text();
        AdamW optimizer = updates.optimizer();
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            ModelPart part = ModelPart.of(optimizer.parameters().get(i).name(), text);
            parts.computeIfAbsent(part, p -> new ArrayList<>()).add(optimizer.gradients().get(i));
        }
        parts.forEach((part, some) -> gradients.put(part, new TensorList(some).norm()));
    }

    /** A batch of the first data set that has validation pairs; of one pair nothing is measured. */
    private List<Pair> validation() {
        return data.parts().stream()
                .map(MixedPart::validation)
                .filter(pairs -> pairs.size() > 1)
                .findFirst()
                .map(pairs -> pairs.subList(0, Math.min(config.batch(), pairs.size())))
                .orElse(List.of());
    }

    private Map<Metric, Double> measured(List<Pair> some) {
        requireWanted();
        return some.isEmpty()
                ? Map.of()
                : new LinkedHashMap<>(
                        task.evaluation(List.of(some), config.seed(), config.batch()).measure());
    }

    private void requireWanted() {
        if (listener.stopRequested()) {
            throw stopped();
        }
    }

    private static CancellationException stopped() {
        return new CancellationException("stopped on request; nothing was kept");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
