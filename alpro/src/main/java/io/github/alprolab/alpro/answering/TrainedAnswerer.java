package io.github.alprolab.alpro.answering;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A trained model that answers questions about clips. */
public final class TrainedAnswerer implements AutoCloseable {
    private static final int BATCH = 32;

    private final Compute compute;
    private final Tokenizer tokenizer;
    private final Answerer answerer;

    private TrainedAnswerer(Compute compute, Tokenizer tokenizer, Answerer answerer) {
        this.compute = compute;
        this.tokenizer = tokenizer;
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
        AlproConfig sizes = trained.manifest().config();
        AlproConfig config =
                sizes.video(sizes.video().frames(input.frames()).imageSize(input.size()));
        Compute compute = Compute.open(device);
        Tokenizer tokenizer = Tokenizer.bertUncased();
        try {
            StateDict state = new StateDict(compute, new RandomStreams(0));
            AnsweringModel model = new AnsweringModel(state.root(), config, head.classes());
            trained.fill(state, head.rules().positions(input.positions()));
            BatchMaker batches =
                    new BatchMaker(
                            config.video(), tokenizer, trained.vocabulary(), input.words(), cache);
            return new TrainedAnswerer(
                    compute,
                    tokenizer,
                    new Answerer(compute, model, batches, answers, BATCH, before));
        } catch (IOException | RuntimeException e) {
            tokenizer.close();
            compute.close();
            throw e;
        }
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
        tokenizer.close();
        compute.close();
    }
}
