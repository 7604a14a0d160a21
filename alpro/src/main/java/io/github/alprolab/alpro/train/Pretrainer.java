package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Objective;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pre-training with any objectives (paper section 3 and 4.1). */
public final class Pretrainer {
    private Pretrainer() {}

    /** Trains as the other method does, from a start at random. */
    public static TrainingOutcome run(
            AlproConfig config,
            List<? extends Objective> objectives,
            TrainConfig train,
            TrainingData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        return run(config, objectives, Optional.empty(), train, data, folder, listener);
    }

    /**
     * Trains a new model, or goes on where {@code folder} has an unfinished one.
     *
     * @param config sizes; the vocabulary is replaced by the pieces that the captions need
     * @param objectives whose weighted sum is minimised, at least one
     * @param bert file of the BERT that text and fusion encoder start as, with its vocabulary;
     *     empty for a start at random
     * @param folder receives {@code last.alpro} and {@code best.alpro}
     * @throws IOException when a checkpoint cannot be read or written
     * @throws IllegalArgumentException when an objective lacks something or a batch is larger than
     *     the data
     */
    public static TrainingOutcome run(
            AlproConfig config,
            List<? extends Objective> objectives,
            Optional<Path> bert,
            TrainConfig train,
            TrainingData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        return job(config, objectives, bert, train, data).run(folder, listener);
    }

    /**
     * The same, described and not begun.
     *
     * @throws IllegalArgumentException when an objective lacks something
     */
    public static TrainingJob job(
            AlproConfig config,
            List<? extends Objective> objectives,
            Optional<Path> bert,
            TrainConfig train,
            TrainingData data) {
        return job(() -> Start.random(config, bert), objectives, train, data);
    }

    /**
     * The same from any start, such as the weights of a trained model.
     *
     * @param opening reads what it begins with, once it begins
     * @throws IllegalArgumentException when an objective lacks something
     */
    public static TrainingJob job(
            Start.Opening opening,
            List<? extends Objective> objectives,
            TrainConfig train,
            TrainingData data) {
        requireComplete(objectives);
        return new TrainingJob(
                () -> new Training(opening.open(), train, data),
                parts -> new ObjectivesTask("pretraining", parts, objectives));
    }

    private static void requireComplete(List<? extends Objective> objectives) {
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException(
                    "No objective is given; at least one is needed, such as Objective.VTC.");
        }
        for (Objective objective : objectives) {
            objective
                    .missing()
                    .ifPresent(
                            m -> {
                                throw new IllegalArgumentException(m.what() + " → " + m.fix());
                            });
        }
    }
}
