package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.alpro.train.TrainingOutcome;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.Work;
import io.github.alprolab.dsl.run.Workplace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains in a session's folder, going on from what is there, and writes every figure down.
 *
 * @param training what is trained
 */
public record TrainingWork(Training training) implements Work {
    /** A training of alpro. */
    @FunctionalInterface
    public interface Training {
        /** Goes on from what lies among the checkpoints. */
        TrainingOutcome run(Path checkpoints, TrainingListener listener) throws IOException;
    }

    @Override
    public Ending in(Workplace place) throws IOException {
        try (MetricLog log = MetricLog.append(place.folder().metricsFile())) {
            TrainingOutcome outcome =
                    training.run(place.folder().checkpoints(), new TrainingWatch(place, log));
            return new Ending(outcome.finished(), outcome.step(), outcome.epoch());
        }
    }
}
