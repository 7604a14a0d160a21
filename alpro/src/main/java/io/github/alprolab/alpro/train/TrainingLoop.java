package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchStream;
import io.github.alprolab.alpro.data.MixedPart;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Transfers;
import io.github.alprolab.datasets.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one loop over updates. Every random draw is a function of seed, purpose and number, so a
 * training that resumes at a step goes on as if it had never stopped.
 */
final class TrainingLoop {
    private final Compute compute;
    private final TrainingTask task;
    private final TrainConfig config;
    private final TrainingData data;
    private final TrainingFolder folder;
    private final TrainingListener listener;
    private final Updates updates;
    private final int perEpoch;
    private final int steps;
    private final Clock clock = new Clock();
    private int kept;

    /** Tells how much of the time between two reports went by in waiting for batches. */
    private static final class Clock {
        private long last = System.nanoTime();
        private double waited;

        double share(double waitedInAll) {
            long now = System.nanoTime();
            double share = (waitedInAll - waited) * 1e9 / (now - last);
            last = now;
            waited = waitedInAll;
            return share;
        }
    }

    TrainingLoop(
            Compute compute,
            TrainingTask task,
            TrainConfig config,
            TrainingData data,
            Path folder,
            TrainingListener listener) {
        this.compute = compute;
        this.task = task;
        this.config = config;
        this.data = data;
        this.listener = listener;
        this.updates = new Updates(compute, task, config, data);
        this.perEpoch = updates.perEpoch();
        this.steps = updates.all();
        this.folder =
                new TrainingFolder(
                        folder,
                        TrainingIdentity.of(config, data, task.objectives(), steps),
                        listener::note);
    }

    /**
     * Trains to the end or until the listener or an interrupt of this thread stops it; writes the
     * last checkpoint either way.
     */
    TrainingOutcome run() throws IOException {
        int done = folder.resume(task.state(), updates.optimizer(), updates.scale());
        if (done > 0) {
            saved(done);
        }
        double best = folder.best(task.judge());
        listener.begins(updates.metrics(), task.sizes(config.batch(), data.validation()));
        Evaluation evaluation = task.evaluation(validation(), config.seed(), config.batch());
        try (BatchStream batches = updates.batches(done + 1)) {
            listener.doing("decoding the first clips");
            int before = done;
            while (done < steps && !listener.stopRequested()) {
                List<Batch> some = next(batches);
                if (done == before) {
                    listener.doing("the first update, for which the engine gets ready");
                }
                listener.step(report(++done, some, batches));
                if (done % perEpoch == 0) {
                    listener.doing("measuring the validation data");
                    best = endEpoch(done, evaluation.measure(), best);
                } else if (isDue(done)) {
                    writeLast(done, Map.of());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another way to ask for the end
        }
        if (kept < done) {
            writeLast(done, Map.of());
        }
        return new TrainingOutcome(
                done == steps, done, done / perEpoch, folder.last(), folder.best());
    }

    private List<List<Pair>> validation() {
        return data.parts().stream().map(MixedPart::validation).toList();
    }

    private StepReport report(int number, List<Batch> some, BatchStream batches) {
        Transfers before = compute.transfers();
        Map<Metric, Double> values = updates.step().run(number, some, kept);
        values.put(Metric.WAITED_FOR_DATA, clock.share(batches.waited()));
        int epoch = (number - 1) / perEpoch + 1;
        return new StepReport(
                number,
                steps,
                epoch,
                config.epochs(),
                values,
                compute.openTensors(),
                compute.transfers().since(before));
    }

    private boolean isDue(int done) {
        int every = config.get(TrainConfig.CHECKPOINT);
        return every > 0 && done % every == 0;
    }

    private double endEpoch(int done, Map<Metric, Double> values, double best) throws IOException {
        double reached = values.getOrDefault(task.judge(), -1.0);
        int epoch = done / perEpoch;
        // Before the checkpoint: a kill in between repeats the epoch, and loses no figure.
        listener.evaluated(new EvaluationReport(done, epoch, values));
        // Of equally good epochs the latest: where R@10 is at 100 %, the model still learns.
        if (reached >= best) {
            folder.writeBest(task.manifest(done, epoch, named(values)), task.state());
        }
        writeLast(done, values);
        return Math.max(best, reached);
    }

    private void writeLast(int done, Map<Metric, Double> values) throws IOException {
        listener.saving();
        folder.writeLast(
                task.manifest(done, done / perEpoch, named(values)),
                task.state(),
                updates.optimizer(),
                updates.scale());
        saved(done);
    }

    private void saved(int done) {
        kept = done;
        listener.saved(done, done / perEpoch);
    }

    private List<Batch> next(BatchStream batches) throws InterruptedException {
        List<Batch> some = new ArrayList<>();
        for (int i = 0; i < config.accumulate(); i++) {
            some.add(batches.next());
        }
        return some;
    }

    private static Map<String, Double> named(Map<Metric, Double> values) {
        Map<String, Double> named = new HashMap<>();
        values.forEach((q, v) -> named.put(q.name(), v));
        return named;
    }
}
