package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchStream;
import io.github.alprolab.alpro.loss.HardNegatives;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.optim.Schedule;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The one loop over batches. Every random draw is a function of seed, purpose and step, so a
 * training that resumes at a step goes on as if it had never stopped.
 */
final class TrainingLoop {
    private final Compute compute;
    private final TrainingTask task;
    private final TrainConfig config;
    private final TrainingData data;
    private final TrainingFolder folder;
    private final TrainingListener listener;
    private final RandomStreams streams;
    private final AdamW optimizer;
    private final int perEpoch;
    private final int steps;
    private final Schedule schedule;

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
        this.folder = new TrainingFolder(folder);
        this.listener = listener;
        this.streams = new RandomStreams(config.seed());
        this.optimizer = new AdamW(compute, task.state().trainable(), config.weightDecay());
        this.perEpoch = BatchStream.stepsPerEpoch(data.train().size(), config.batch());
        this.steps = Math.multiplyExact(perEpoch, config.epochs());
        this.schedule = new Schedule(config.learningRate(), config.warmup(), config.decay(), steps);
    }

    /** Trains to the end or until the listener stops it; writes the last checkpoint either way. */
    TrainingOutcome run() throws IOException {
        int done = folder.resume(task.state(), optimizer).map(m -> m.step()).orElse(0);
        double best = folder.bestRecall();
        Evaluation evaluation =
                new Evaluation(compute, task, data.validation(), config.seed(), config.batch());
        try (BatchStream batches =
                new BatchStream(
                        task.batches(),
                        data.train(),
                        data.sampling(),
                        streams,
                        config.batch(),
                        done + 1)) {
            while (done < steps && !listener.stopRequested()) {
                listener.step(step(++done, next(batches)));
                if (done % perEpoch == 0) {
                    best = endEpoch(done, evaluation.measure(), best);
                }
            }
        }
        if (done % perEpoch != 0) {
            writeLast(done, Map.of());
        }
        return new TrainingOutcome(
                done == steps, done, done / perEpoch, folder.last(), folder.best());
    }

    private StepReport step(int step, Batch batch) {
        long start = System.nanoTime();
        compute.seed(streams.seedOf("engine", step));
        task.alpro().clampTemperature();
        Map<Quantity, Double> values = backward(step, batch);
        double rate = schedule.at(step);
        values.put(Quantity.GRADIENT_NORM, optimizer.step(step, rate, config.clip()));
        values.put(Quantity.LEARNING_RATE, rate);
        values.put(Quantity.TEMPERATURE, task.alpro().temperature().scalar());
        double seconds = (System.nanoTime() - start) / 1e9;
        values.put(Quantity.CLIPS_PER_SECOND, batch.clips() / seconds);
        requireFinite(step, values);
        return new StepReport(step, steps, (step - 1) / perEpoch + 1, config.epochs(), values);
    }

    private Map<Quantity, Double> backward(int step, Batch batch) {
        var random = streams.stream("vtm.negatives", step);
        try (Scope scope = compute.scope()) {
            return compute.withGradient(
                    () -> {
                        LossValues losses =
                                task.losses(
                                        scope, batch, s -> HardNegatives.sample(s, random), true);
                        losses.total().backward();
                        return new EnumMap<>(StepValues.of(losses, batch.clips()));
                    });
        }
    }

    private double endEpoch(int step, Map<Quantity, Double> values, double best)
            throws IOException {
        double recall = values.getOrDefault(Quantity.TEXT_TO_VIDEO_R10, -1.0);
        int epoch = step / perEpoch;
        // Before the checkpoint: a kill in between repeats the epoch, and loses no figure.
        listener.evaluated(new EvaluationReport(step, epoch, values));
        if (recall > best) {
            folder.writeBest(task.manifest(step, epoch, named(values)), task.state());
        }
        writeLast(step, values);
        return Math.max(best, recall);
    }

    private void writeLast(int step, Map<Quantity, Double> values) throws IOException {
        folder.writeLast(
                task.manifest(step, step / perEpoch, named(values)), task.state(), optimizer);
    }

    private static Batch next(BatchStream batches) {
        try {
            return batches.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Training was interrupted while it waited for a batch; the last checkpoint is"
                            + " kept and running again resumes from it.",
                    e);
        }
    }

    private static void requireFinite(int step, Map<Quantity, Double> values) {
        if (!Double.isFinite(values.get(Quantity.TOTAL_LOSS))) {
            throw new IllegalStateException(
                    "The loss at step "
                            + step
                            + " is "
                            + values.get(Quantity.TOTAL_LOSS)
                            + ". The last checkpoint is from before; try a smaller learning rate.");
        }
    }

    private static Map<String, Double> named(Map<Quantity, Double> values) {
        Map<String, Double> named = new HashMap<>();
        values.forEach((q, v) -> named.put(q.name(), v));
        return named;
    }
}
