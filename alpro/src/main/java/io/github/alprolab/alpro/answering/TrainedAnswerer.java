package io.github.alprolab.alpro.answering;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.trained.OpenedModel;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A trained model that answers questions about clips. */
public final class TrainedAnswerer implements AutoCloseable {
    private static final int BATCH = 32;

    private final OpenedModel<AnsweringModel> opened;
    private final Answerer answerer;

    private TrainedAnswerer(OpenedModel<AnsweringModel> opened, Answerer answerer) {
        this.opened = opened;
        this.answerer = answerer;
    }

    /**
     * Loads a trained model for clips and questions of a shape.
     *
     * @param file one of ours, of PyTorch or safetensors; see {@link TrainedModel#open}
     * @param answers names of its classes in order
     * @param before run ahead of every batch; what it throws ends the work
     * @throws IOException when the file cannot be read, or is for other answers
     */
    public static TrainedAnswerer load(
            Path file,
            List<String> answers,
            RetrievalInput input,
            FrameCache cache,
            DeviceChoice device,
            Runnable before)
            throws IOException {
        TrainedModel trained = TrainedModel.open(file);
        AnswerHead head = AnswerHead.of(trained, answers);
        if (!head.kept()) {
            throw new IOException(
                    file + " is not trained for these " + answers.size() + " answers.");
        }
        return OpenedModel.open(
                        trained,
                        input.frames(),
                        input.size(),
                        head.rules().positions(input.positions()),
                        OpenedModel.Place.of(device),
                        (names, config) -> new AnsweringModel(names, config, head.classes()))
                .use(
                        opened ->
                                new TrainedAnswerer(
                                        opened, answerer(opened, answers, input, cache, before)));
    }

    private static Answerer answerer(
            OpenedModel<AnsweringModel> opened,
            List<String> answers,
            RetrievalInput input,
            FrameCache cache,
            Runnable before) {
        BatchMaker batches =
                new BatchMaker(
                        opened.config().video(),
                        opened.tokenizer(),
                        opened.vocabulary(),
                        input.words(),
                        cache);
        return new Answerer(opened.compute(), opened.model(), batches, answers, BATCH, before);
    }

    /**
     * Answers questions, each clip encoded once.
     *
     * @param asked clips, each with a question as its first caption
     * @return for each question the probabilities of all answers
     */
    public List<Distribution> answer(List<Pair> asked) {
        return answerer.answer(asked);
    }

    @Override
    public void close() {
        opened.close();
    }
}
