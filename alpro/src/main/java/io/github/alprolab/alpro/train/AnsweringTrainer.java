package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.answering.AnswerHead;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.config.TrainConfig;
import java.io.IOException;
import java.nio.file.Path;

/** Fine-tuning for question answering (paper section 4.1; docs/method.md sections 3.6 and 7.1). */
public final class AnsweringTrainer {
    private AnsweringTrainer() {}

    /**
     * Fine-tunes a model, or goes on where {@code folder} has an unfinished one.
     *
     * @param start a trained model of any kind, or weights at random; the classifier of one that
     *     answers already is kept where it is for the same answers
     * @param freezing which tensors stay as they are
     * @param folder receives {@code last.alpro} and {@code best.alpro}, the best by accuracy on the
     *     validation questions; both name the answers
     * @throws IOException when the start does not fit, or a checkpoint cannot be read or written
     */
    public static TrainingOutcome run(
            Start start,
            Freezing freezing,
            TrainConfig train,
            AnsweringData data,
            Path folder,
            TrainingListener listener)
            throws IOException {
        if (data.leftOut() > 0) {
            listener.note(
                    "TRAIN: %d of %d questions are left out; their answers are none of the %d."
                            .formatted(
                                    data.leftOut(),
                                    data.leftOut() + data.learned(),
                                    data.labels().size()));
        }
        return job(start, freezing, train, data).run(folder, listener);
    }

    /**
     * The same, described and not begun.
     *
     * @throws IOException when the names in the file of the start cannot be read
     */
    public static TrainingJob job(
            Start start, Freezing freezing, TrainConfig train, AnsweringData data)
            throws IOException {
        AnswerHead head = start.answerHead(data.labels().answers());
        return new TrainingJob(
                () -> new Training(start, train, data.clips()),
                parts -> new AnsweringTask(parts, head, freezing, data));
    }
}
