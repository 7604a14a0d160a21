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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final int late;
    private final Deque<StepFigures> underWay = new ArrayDeque<>();
    private final Clock clock = new Clock();
    private Transfers counted;
    private long heard;
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

    /**
     * @param late how many updates are asked of the device before the figures of the first of them
     *     are read, so that it need not wait; nothing that is told depends on it
     */
    TrainingLoop(
            Compute compute,
            TrainingTask task,
            TrainConfig config,
            TrainingData data,
            Path folder,
            TrainingListener listener,
            int late) {
        this.compute = compute;
        this.late = late;
        this.counted = compute.transfers();
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
                Optional<List<Batch>> some = next(batches);
                if (some.isEmpty()) {
                    break;
                }
                if (done == before) {
                    listener.doing("the first update, for which the engine gets ready");
                }
                begin(++done, some.get());
                boolean ends = done % perEpoch == 0;
                tell(ends || isDue(done) ? 0 : late, batches);
                if (ends) {
                    listener.doing("measuring the validation data");
                    best = endEpoch(done, evaluation.measure(), best);
                } else if (isDue(done)) {
                    writeLast(done, Map.of());
                }
            }
            tell(0, batches);
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

    private void begin(int number, List<Batch> some) {
        if (underWay.isEmpty()) {
            counted = compute.transfers(); // without those of a validation or a checkpoint
        }
        underWay.add(updates.step().begin(number, some));
    }

    /** Tells of updates until so many are left of which nothing is known yet. */
    private void tell(int left, BatchStream batches) {
        while (underWay.size() > left) {
            listener.step(report(underWay.remove(), batches));
        }
    }

    private StepReport report(StepFigures update, BatchStream batches) {
        Map<Metric, Double> values = updates.step().read(update, kept, heard);
        heard = System.nanoTime();
        values.put(Metric.WAITED_FOR_DATA, clock.share(batches.waited()));
        Transfers before = counted;
        counted = compute.transfers();
        return new StepReport(
                update.step(),
                steps,
                (update.step() - 1) / perEpoch + 1,
                config.epochs(),
                values,
                compute.openTensors(),
                counted.since(before));
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

    /**
     * Those of an update; empty when this thread is interrupted, another way to ask for the end.
     */
    private Optional<List<Batch>> next(BatchStream batches) {
        try {
            List<Batch> some = new ArrayList<>();
            for (int i = 0; i < config.accumulate(); i++) {
                some.add(batches.next());
            }
            return Optional.of(some);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Map<String, Double> named(Map<Metric, Double> values) {
        Map<String, Double> named = new HashMap<>();
        values.forEach((q, v) -> named.put(q.name(), v));
        return named;
    }
}
