package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.BatchStream;
import io.github.alprolab.alpro.objective.LossScaleMetrics;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.optim.LossScale;
import io.github.alprolab.alpro.optim.Schedule;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import java.util.List;
import java.util.stream.Stream;

/**
 * The updates of a training: how many, from which batches, and what does one. Every random draw is
 * a function of seed, purpose and number, so that whoever does update n does the same.
 */
final class Updates {
    private final TrainingTask task;
    private final TrainConfig config;
    private final TrainingData data;
    private final int perEpoch;
    private final int all;
    private final AdamW optimizer;
    private final LossScale scale;
    private final TrainingStep step;

    Updates(Compute compute, TrainingTask task, TrainConfig config, TrainingData data) {
        Parted.require(config);
        this.task = task;
        this.config = config;
        this.data = data;
        this.perEpoch =
                BatchStream.updatesPerEpoch(
                        data.train().size(), config.batch(), config.accumulate());
        this.all = Math.multiplyExact(perEpoch, config.epochs());
        this.optimizer = new AdamW(compute, task.learning(), config.appliedGroups());
        boolean fp16 = config.get(TrainConfig.PRECISION) == Precision.FP16;
        this.scale = fp16 ? LossScale.moving() : LossScale.none();
        Schedule schedule = Schedule.of(config, all);
        this.step = new TrainingStep(compute, task, optimizer, scale, schedule, config);
    }

    int perEpoch() {
        return perEpoch;
    }

    /** Of the whole training. */
    int all() {
        return all;
    }

    AdamW optimizer() {
        return optimizer;
    }

    LossScale scale() {
        return scale;
    }

    /** Every figure that an update tells, and those of the task's evaluation. */
    List<Metric> metrics() {
        return Stream.concat(
                        task.metrics().stream(),
                        scale.isMoving() ? LossScaleMetrics.all().stream() : Stream.empty())
                .toList();
    }

    TrainingStep step() {
        return step;
    }

    /**
     * Batches made ahead; the caller closes them.
     *
     * @param first number of the update that gets the first of them
     */
    BatchStream batches(int first) {
        return new BatchStream(
                task.batches(),
                data.parts(),
                data.sampling(),
                new RandomStreams(config.seed()),
                config.batch(),
                config.accumulate(),
                first);
    }
}
