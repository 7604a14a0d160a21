package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.objective.BatchFigures;
import io.github.alprolab.alpro.objective.LossScaleMetrics;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.optim.LossScale;
import io.github.alprolab.alpro.optim.Schedule;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.DeviceMemoryException;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
     * Does update {@code step} and waits for its figures.
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
        StepFigures begun = begin(step, batches, before);
        return read(begun, kept, begun.start());
    }

    /** Asks the device for update {@code step}, which need not be done when this returns. */
    StepFigures begin(int step, List<Batch> batches) {
        return begin(step, batches, () -> {});
    }

    /** {@link StepFigures#read} with advice where the device's memory is full. */
    Map<Metric, Double> read(StepFigures begun, int kept, long since) {
        return advised(() -> begun.read(kept, since));
    }

    private StepFigures begin(int step, List<Batch> batches, Runnable before) {
        return advised(() -> asked(step, batches, before));
    }

    private <R> R advised(Supplier<R> work) {
        try {
            return work.get();
        } catch (DeviceMemoryException e) {
            throw e.advising(MemoryAdvice.of(config));
        }
    }

    private StepFigures asked(int step, List<Batch> batches, Runnable before) {
        long start = System.nanoTime();
        Scope scope = compute.scope();
        List<BatchFigures> figures = new ArrayList<>();
        replicas.makeAlike();
        for (int i = 0; i < batches.size(); i++) {
            int number = (step - 1) * batches.size() + i + 1;
            figures.add(backward(number, batches.get(i), scope));
        }
        replicas.gather(optimizer.gradients());
        if (scale.isMoving()) {
            optimizer.scaleGradients(1 / scale.factor());
        }
        before.run();
        int clips = batches.stream().mapToInt(Batch::clips).sum();
        return new StepFigures(step, scope, figures, update(step, scope), clips, start);
    }

    private BatchFigures update(int step, Scope scope) {
        double rate =
                config.has(PublishedQuirk.RATE_FLOOR) ? schedule.floored(step) : schedule.at(step);
        BatchFigures figures = new BatchFigures();
        Tensor norm = optimizer.clip(scope, clip);
        int counted = step - scale.leftOut();
        // Only with a loss scale does the update wait for the norm.
        if (!scale.isMoving() || scale.counts(norm.scalar())) {
            int count = config.has(PublishedQuirk.FIRST_UPDATE_IS_THIRD) ? counted + 2 : counted;
            optimizer.update(count, rate);
            figures.add(Metric.GRADIENT_NORM, norm);
        } else {
            optimizer.clear();
        }
        figures.add(Metric.LEARNING_RATE, rate);
        if (scale.isMoving()) {
            figures.add(LossScaleMetrics.FACTOR, scale.factor());
            figures.add(LossScaleMetrics.LEFT_OUT, scale.leftOut());
        }
        replicas.follow();
        task.afterUpdate(step, figures, scope);
        return figures;
    }

    private BatchFigures backward(int number, Batch batch, Scope kept) {
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
                                            total -> share(total).backward())
                                    .in(kept));
        }
    }

    /** A batch's part of the update: of a mean, or of the published sum; times the loss scale. */
    private Tensor share(Tensor loss) {
        boolean whole = config.accumulate() == 1 || config.has(PublishedQuirk.GRADIENTS_SUMMED);
        double factor = scale.factor() / (whole ? 1 : config.accumulate());
        return factor == 1 ? loss : loss.scale(factor);
    }
}
