package io.github.alprolab.alpro.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** A training that is described and not begun: it can be run, or tried out. */
public final class TrainingJob {
    private final Opening opening;
    private final Function<ModelParts, TrainingTask> task;

    /** Reads the files of weights that a training begins with. */
    @FunctionalInterface
    interface Opening {
        Training open() throws IOException;
    }

    TrainingJob(Opening opening, Function<ModelParts, TrainingTask> task) {
        this.opening = opening;
        this.task = task;
    }

    /**
     * Trains, or goes on where {@code folder} has an unfinished training.
     *
     * @param folder receives {@code last.alpro} and {@code best.alpro}
     * @throws IOException when a file of weights cannot be read, or a checkpoint be written
     */
    public TrainingOutcome run(Path folder, TrainingListener listener) throws IOException {
        return opening.open().run(folder, listener, task);
    }

    /**
     * Does the first two updates and a validation batch, keeps nothing and leaves no trace.
     *
     * @throws IOException when a file of weights cannot be read
     * @throws java.util.concurrent.CancellationException when the listener asks to stop
     */
    public SmokeFigures smoke(TrainingListener listener) throws IOException {
        return opening.open().smoke(listener, task);
    }

    /**
     * Does updates on batches that are made before the first of them, in turns, until the listener
     * asks to stop: to measure an update. Keeps nothing and leaves no trace.
     *
     * @return updates done
     * @throws IOException when a file of weights cannot be read
     */
    public int repeat(TrainingListener listener) throws IOException {
        return opening.open().repeat(listener, task);
    }
}
