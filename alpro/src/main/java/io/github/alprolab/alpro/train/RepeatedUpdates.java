package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchStream;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Updates whose batches were made before the first of them, in turns: what is measured then is the
 * update alone. No file is written and nothing is evaluated.
 */
final class RepeatedUpdates {
    /** Sets of batches that take turns. */
    private static final int DIFFERENT = 2;

    private final Compute compute;
    private final TrainConfig config;
    private final TrainingListener listener;
    private final Updates updates;

    RepeatedUpdates(
            Compute compute,
            TrainingTask task,
            TrainConfig config,
            TrainingData data,
            TrainingListener listener) {
        this.compute = compute;
        this.config = config;
        this.listener = listener;
        this.updates = new Updates(compute, task, config, data);
    }

    /**
     * Trains until the listener asks to stop, or the training that the settings describe ends.
     *
     * @return updates done
     */
    int run() {
        List<List<Batch>> turns = batches();
        int done = 0;
        while (done < updates.all() && !listener.stopRequested()) {
            List<Batch> batches = turns.get(done % DIFFERENT);
            listener.step(report(++done, batches));
        }
        return done;
    }

    private List<List<Batch>> batches() {
        List<List<Batch>> turns = new ArrayList<>();
        try (BatchStream stream = updates.batches(1)) {
            for (int turn = 0; turn < DIFFERENT; turn++) {
                List<Batch> some = new ArrayList<>();
                while (some.size() < config.accumulate()) {
                    some.add(stream.next());
                }
                turns.add(some);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the batches were made.", e);
        }
        return turns;
    }

    private StepReport report(int number, List<Batch> batches) {
        Transfers before = compute.transfers();
        Map<Metric, Double> values = updates.step().run(number, batches, 0);
        int epoch = (number - 1) / updates.perEpoch() + 1;
        return new StepReport(
                number,
                updates.all(),
                epoch,
                config.epochs(),
                values,
                compute.openTensors(),
                compute.transfers().since(before));
    }
}
