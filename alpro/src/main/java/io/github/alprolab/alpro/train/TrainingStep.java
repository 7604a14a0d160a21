package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.optim.LossScale;
import io.github.alprolab.alpro.optim.Schedule;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.DeviceMemoryException;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One update: forward and backward passes of its batches, clipping, AdamW. */
final class TrainingStep {
    private final Compute compute;
    private final TrainingTask task;
    private final AdamW optimizer;
    private final LossScale scale;
    private final Replicas replicas;
    private final Schedule schedule;
    private final double clip;
    private final TrainConfig config;
    private final RandomStreams streams;

    TrainingStep(
            Compute compute,
            TrainingTask task,
            AdamW optimizer,
            LossScale scale,
            Schedule schedule,
            TrainConfig config) {
        this.compute = compute;
        this.task = task;
        this.optimizer = optimizer;
        this.scale = scale;
        this.replicas = new Replicas(task);
        this.schedule = schedule;
        this.clip = config.get(TrainConfig.CLIP);
        this.config = config;
        this.streams = new RandomStreams(config.seed());
    }

    /**
     * Does update {@code step}.
     *
     * @param batches as many as are accumulated
     * @param kept step of the last checkpoint, 0 where there is none
     * @return means over the batches, and figures of the update
     * @throws IllegalStateException when the loss is no number any more
     */
    Map<Metric, Double> run(int step, List<Batch> batches, int kept) {
        return run(step, batches, kept, () -> {});
    }

    /**
     * The same with a look at the gradients.
     *
     * @param before run when they are complete, ahead of clipping
     */
    Map<Metric, Double> run(int step, List<Batch> batches, int kept, Runnable before) {
        try {
            return done(step, batches, kept, before);
        } catch (DeviceMemoryException e) {
            throw e.advising(MemoryAdvice.of(config));
        }
    }

    private Map<Metric, Double> done(int step, List<Batch> batches, int kept, Runnable before) {
        long start = System.nanoTime();
        Map<Metric, Double> sums = new LinkedHashMap<>();
        Map<Metric, Integer> counts = new LinkedHashMap<>();
        replicas.makeAlike();
        for (int i = 0; i < batches.size(); i++) {
            int number = (step - 1) * batches.size() + i + 1;
            backward(number, batches.get(i))
                    .forEach(
                            (quantity, value) -> {
                                sums.merge(quantity, value, Double::sum);
                                counts.merge(quantity, 1, Integer::sum);
                            });
        }
        sums.replaceAll((quantity, sum) -> sum / counts.get(quantity));
        requireFinite(step, sums.get(Metric.TOTAL_LOSS), kept);
        replicas.gather(optimizer.gradients());
        if (scale.isMoving()) {
            optimizer.scaleGradients(1 / scale.factor());
        }
        before.run();
        update(step, sums);
        int clips = batches.stream().mapToInt(Batch::clips).sum();
        sums.put(Metric.CLIPS_PER_SECOND, clips / ((System.nanoTime() - start) / 1e9));
        return sums;
    }

    private void update(int step, Map<Metric, Double> values) {
        double rate =
                config.has(PublishedQuirk.RATE_FLOOR) ? schedule.floored(step) : schedule.at(step);
        double norm = optimizer.norm();
        int counted = step - scale.leftOut();
        if (scale.counts(norm)) {
            int count = config.has(PublishedQuirk.FIRST_UPDATE_IS_THIRD) ? counted + 2 : counted;
            optimizer.step(norm, count, rate, clip);
            values.put(Metric.GRADIENT_NORM, norm);
        } else {
            optimizer.clear();
        }
        values.put(Metric.LEARNING_RATE, rate);
        if (scale.isMoving()) {
            values.put(Metric.LOSS_SCALE, scale.factor());
            values.put(Metric.UPDATES_LEFT_OUT, (double) scale.leftOut());
        }
        replicas.follow();
        values.putAll(task.afterUpdate(step));
    }

    private Map<Metric, Double> backward(int number, Batch batch) {
        task.beforeBatch();
        long seed = streams.seedOf("engine", number);
        boolean recompute = config.get(TrainConfig.GRADIENT_CHECKPOINTING);
        if (Parted.count(config) > 1) {
            Parted parted = new Parted(Parted.count(config), seed, recompute);
            return compute.withGradient(
                    () ->
                            task.losses(
                                    parted,
                                    batch,
                                    streams,
                                    number,
                                    total -> share(total).backward()));
        }
        try (Scope scope = compute.trainingScope(seed, recompute)) {
            return compute.withGradient(
                    () ->
                            task.losses(
                                    scope,
                                    batch,
                                    streams,
                                    number,
                                    true,
                                    total -> share(total).backward()));
        }
    }

    /** A batch's part of the update: of a mean, or of the published sum; times the loss scale. */
    private Tensor share(Tensor loss) {
        boolean whole = config.accumulate() == 1 || config.has(PublishedQuirk.GRADIENTS_SUMMED);
        double factor = scale.factor() / (whole ? 1 : config.accumulate());
        return factor == 1 ? loss : loss.scale(factor);
    }

    private static void requireFinite(int step, double loss, int kept) {
        if (!Double.isFinite(loss)) {
            String before =
                    kept == 0
                            ? "No checkpoint was written before"
                            : "The last checkpoint, of step " + kept + ", is from before";
            throw new IllegalStateException(
                    "The loss at step %d is %s. %s; train with a smaller learning rate."
                            .formatted(step, loss, before));
        }
    }
}
