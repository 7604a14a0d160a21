package io.github.alprolab.dsl.answer;

import io.github.alprolab.alpro.answering.TrainedAnswerer;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.AnswerCard.Guess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The model that answers, and what it reads.
 *
 * @param checkpoint its file
 * @param answers that it tells apart, in order
 * @param input what it reads of a clip and of a question
 * @param cache of decoded frames
 * @param device where it runs
 */
public record AnswerSource(
        Path checkpoint,
        List<String> answers,
        RetrievalInput input,
        FrameCache cache,
        DeviceChoice device) {

    /**
     * Loads the model; the caller closes it.
     *
     * @param before run ahead of every batch; what it throws ends the work
     * @throws AdviceException when the checkpoint is missing or damaged
     */
    TrainedAnswerer load(Runnable before) {
        try {
            return TrainedAnswerer.load(checkpoint, answers, input, cache, device, before);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used", e, "Train again: experiment.again()");
        }
    }

    /** Answers to questions, in their order. */
    List<GivenAnswer> answer(TrainedAnswerer model, List<VideoQuestion> asked) {
        List<Distribution> all = model.answer(asked.stream().map(VideoQuestion::pair).toList());
        List<GivenAnswer> given = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            VideoQuestion question = asked.get(i);
            given.add(
                    new GivenAnswer(
                            question.question().id(),
                            question.clip().id(),
                            question.type(),
                            question.text(),
                            question.answer(),
                            guesses(all.get(i))));
        }
        return given;
    }

    /** The likeliest answers. */
    static List<Guess> guesses(Distribution one) {
        return one.top(GivenAnswer.GUESSES).stream()
                .map(e -> new Guess(e.getKey(), Math.min(1, e.getValue())))
                .toList();
    }
}
