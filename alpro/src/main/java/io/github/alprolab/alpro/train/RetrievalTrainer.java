package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Objective;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Fine-tuning for retrieval: VTC and VTM from the weights of a trained model (paper section 4.1;
 * docs/method.md sections 3.6 and 6.1).
 */
public final class RetrievalTrainer {
    private static final List<Objective> OBJECTIVES = List.of(Objective.VTC, Objective.VTM);

    private RetrievalTrainer() {}

    /** The two objectives of fine-tuning. */
    public static List<Objective> objectives() {
        return OBJECTIVES;
    }

    /**
     * Fine-tunes a model, or goes on where {@code folder} has an unfinished one.
     *
     * @param start the trained model; {@link Start#random} trains the same from nothing
     * @param folder receives {@code last.alpro} and {@code best.alpro}, the best by text-to-video
     *     recall at 10
     * @throws IOException when the start does not fit, or a checkpoint cannot be read or written
     */
    public static TrainingOutcome run(
            Start start,
            TrainConfig train,
            TrainingData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        return job(start, train, data).run(folder, listener);
    }

    /** The same, described and not begun. */
    public static TrainingJob job(Start start, TrainConfig train, TrainingData data) {
        return new TrainingJob(
                () -> new Training(start, train, data),
                parts -> new ObjectivesTask("retrieval", parts, OBJECTIVES));
    }
}
