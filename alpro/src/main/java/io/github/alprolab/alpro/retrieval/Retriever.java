package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A trained model that ranks clips for texts and texts for clips. */
public final class Retriever implements AutoCloseable {
    private static final int BATCH = 64;

    private final Compute compute;
    private final Tokenizer tokenizer;
    private final AlproModel model;
    private final FeatureEncoder encoder;
    private final Runnable before;

    private Retriever(
            Compute compute,
            Tokenizer tokenizer,
            AlproModel model,
            BatchMaker batches,
            Runnable before) {
        this.compute = compute;
        this.tokenizer = tokenizer;
        this.model = model;
        this.before = before;
        this.encoder = new FeatureEncoder(compute, model, batches, before);
    }

    /** Loads as the other method does; nothing looks in between batches. */
    public static Retriever load(
            Path file, RetrievalInput input, FrameCache cache, DeviceChoice device)
            throws IOException {
        return load(ModelFile.of(file), input, cache, device, () -> {});
    }

    /**
     * Loads a trained model for clips and texts of a shape.
     *
     * @param file one of ours, of PyTorch or safetensors; see {@link TrainedModel#open}
     * @param before run ahead of every batch of clips, texts, or pairs of both; what it throws ends
     *     the work
     * @throws IOException when the file cannot be read or is no model that ranks
     */
    public static Retriever load(
            ModelFile file,
            RetrievalInput input,
            FrameCache cache,
            DeviceChoice device,
            Runnable before)
            throws IOException {
        TrainedModel trained = TrainedModel.open(file);
        Vocabulary vocabulary = trained.vocabulary();
        AlproConfig sizes = trained.manifest().config();
        AlproConfig config =
                sizes.video(sizes.video().frames(input.frames()).imageSize(input.size()));
        Compute compute = Compute.open(device);
        Tokenizer tokenizer = Tokenizer.bertUncased();
        try {
            StateDict state = new StateDict(compute, new RandomStreams(0));
            AlproModel model = new AlproModel(state.root(), config, 0.07);
            trained.fillRetrieval(state, input.positions());
            BatchMaker batches =
                    new BatchMaker(config.video(), tokenizer, vocabulary, input.words(), cache);
            return new Retriever(compute, tokenizer, model, batches, before);
        } catch (IOException | RuntimeException e) {
            tokenizer.close();
            compute.close();
            throw e;
        }
    }

    /** The sizes of the model; clips have this frame count and image size. */
    public AlproConfig config() {
        return model.config();
    }

    /**
     * Encodes every clip once, from evenly sampled frames; what VTM needs is kept when it judges.
     * They stay on the device until they or this model are closed.
     */
    public VideoFeatures videos(List<Pair> pairs, Reranking reranking) {
        return encoder.videos(pairs, BATCH, reranking.candidates() > 0);
    }

    /** Ranks clips for texts and the other way round; each text is encoded once. */
    public RankingScores rank(List<String> texts, VideoFeatures videos, Reranking reranking) {
        return ranked(texts, videos, reranking, ranker()::scores);
    }

    /** Ranks clips for one text; VTM judges its own candidates alone. */
    public RankingScores search(String text, VideoFeatures videos, Reranking reranking) {
        return ranked(List.of(text), videos, reranking, ranker()::clips);
    }

    private interface Order {
        RankingScores of(
                TextFeatures texts,
                VideoFeatures videos,
                double[][] similarity,
                Reranking reranking);
    }

    private RankingScores ranked(
            List<String> texts, VideoFeatures videos, Reranking reranking, Order order) {
        try (TextFeatures encoded = encoder.texts(texts, BATCH, reranking.candidates() > 0)) {
            double[][] similarity = encoder.similarity(encoded, videos);
            return order.of(encoded, videos, similarity, reranking);
        }
    }

    private Ranker ranker() {
        return new Ranker(new MatchingScorer(compute, model, before));
    }

    /** Handles of engine tensors that are open: a figure for leak tests. */
    public int openTensors() {
        return compute.openTensors();
    }

    @Override
    public void close() {
        tokenizer.close();
        compute.close();
    }
}
