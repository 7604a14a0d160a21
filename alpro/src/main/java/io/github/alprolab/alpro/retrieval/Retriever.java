package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.OpenedModel;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A trained model that ranks clips for texts and texts for clips. */
public final class Retriever implements AutoCloseable {
    /** Clips or texts that are encoded at once. */
    public static final int BATCH = 64;

    private final OpenedModel<AlproModel> opened;
    private final FeatureEncoder encoder;
    private final Runnable before;

    private Retriever(OpenedModel<AlproModel> opened, BatchMaker batches, Runnable before) {
        this.opened = opened;
        this.before = before;
        this.encoder = new FeatureEncoder(opened.compute(), opened.model(), batches, before);
    }

    /** Loads as the other method does, in FP32; nothing looks in between batches. */
    public static Retriever load(
            Path file, RetrievalInput input, FrameCache cache, DeviceChoice device)
            throws IOException {
        return load(ModelFile.of(file), input, cache, RetrievalPlace.of(device), () -> {});
    }

    /**
     * Loads a trained model for clips and texts of a shape.
     *
     * @param file one of ours, of PyTorch or safetensors; see {@link TrainedModel#open}
     * @param place where it computes; what it keeps of AUTO is in its folder then
     * @param before run ahead of every batch of clips, texts, or pairs of both; what it throws ends
     *     the work
     * @throws IOException when the file cannot be read or is no model that ranks
     */
    public static Retriever load(
            ModelFile file,
            RetrievalInput input,
            FrameCache cache,
            RetrievalPlace place,
            Runnable before)
            throws IOException {
        OpenedModel<AlproModel> opened =
                OpenedModel.open(
                        TrainedModel.open(file),
                        input.frames(),
                        input.size(),
                        LoadRules.anyToRetrieval().positions(input.positions()),
                        sizes -> place.open(sizes, BATCH));
        return opened.use(o -> new Retriever(o, batches(o, input.words(), cache), before));
    }

    private static BatchMaker batches(OpenedModel<AlproModel> opened, int words, FrameCache cache) {
        return new BatchMaker(
                opened.config().video(), opened.tokenizer(), opened.vocabulary(), words, cache);
    }

    /** The sizes of the model; clips have this frame count and image size. */
    public AlproConfig config() {
        return opened.config();
    }

    /**
     * Encodes every clip once, from evenly sampled frames; what VTM needs is kept when it judges.
     * They stay on the device until they or this model are closed.
     */
    public VideoFeatures videos(List<Pair> pairs, Reranking reranking) {
        return encoder.videos(pairs, BATCH, reranking.candidates() > 0);
    }

    /**
     * Decodes evenly sampled clips, (B, T, H, W, 3); on any thread.
     *
     * @throws io.github.alprolab.datasets.ClipException if one of them cannot be read
     */
    public byte[] pixels(List<Pair> some) {
        return encoder.pixels(some);
    }

    /**
     * Unit vectors of decoded clips in the space that VTC compares in, (B, d).
     *
     * @param pixels of {@link #pixels}
     */
    public float[][] vectors(byte[] pixels) {
        return encoder.vectors(pixels);
    }

    /** Unit vectors of texts in the same space, (texts, d). */
    public float[][] vectors(List<String> texts) {
        return encoder.vectors(texts, BATCH);
    }

    /** What VTC divides inner products by. */
    public double temperature() {
        return opened.model().temperature().scalar();
    }

    /** Ranks clips for texts and the other way round; each text is encoded once. */
    public RankingScores rank(List<String> texts, VideoFeatures videos, Reranking reranking) {
        return rank(texts, videos, reranking, matching());
    }

    /** The same, with a judge of the pairs that VTM is asked about. */
    public RankingScores rank(
            List<String> texts, VideoFeatures videos, Reranking reranking, PairJudge judge) {
        return ranked(texts, videos, reranking, new Ranker(judge)::scores);
    }

    /**
     * Encodes clips into a file, as {@link #videos} does that has them among others.
     *
     * @param pixels of at most {@value #BATCH}, of {@link #pixels}
     * @param tokens whether VTM will judge them
     * @param origin what the file says of itself
     * @throws IOException if it cannot be written
     */
    public void encode(byte[] pixels, boolean tokens, Path file, String origin) throws IOException {
        try (VideoFeatures videos = encoder.videos(List.of(), pixels, tokens)) {
            SummedFile.write(file, origin, videos.stored());
        }
    }

    /**
     * Clips that were encoded into files, without tokens: VTM is asked by {@link #judge(Path,
     * EncodedClipFiles, BitSet[], Path, String)}.
     *
     * @throws IOException if one of them cannot be read
     */
    public VideoFeatures videos(List<Pair> pairs, EncodedClipFiles files) throws IOException {
        return files.vectors(opened.compute(), opened.config(), pairs);
    }

    /**
     * Judges the texts of a file with clips of files, into a file.
     *
     * @param texts one that {@link TextFeatures#write} wrote
     * @param wanted for each of them the clips to judge it with, by their places among all
     * @param origin what the file says of itself
     * @throws IOException if one of them cannot be read or written
     */
    public void judge(Path texts, EncodedClipFiles clips, BitSet[] wanted, Path file, String origin)
            throws IOException {
        new FileJudge(opened.compute(), opened.config(), matching())
                .judge(texts, clips, wanted)
                .write(file, origin);
    }

    /** What VTM says, asked in this process. */
    public PairJudge judge() {
        return matching();
    }

    /** Ranks clips for one text; VTM judges its own candidates alone. */
    public RankingScores search(String text, VideoFeatures videos, Reranking reranking) {
        return ranked(List.of(text), videos, reranking, new Ranker(matching())::clips);
    }

    /**
     * Judges each text with one clip.
     *
     * @param clips for each text its clip's place among the videos
     * @param matching whether VTM is asked too; the videos then hold tokens
     */
    public PairScores judge(
            List<String> texts, VideoFeatures videos, int[] clips, boolean matching) {
        try (TextFeatures encoded = encoder.texts(texts, BATCH, matching)) {
            double[][] similarity = encoder.similarity(encoded, videos);
            double[] own = new double[clips.length];
            Arrays.setAll(own, text -> similarity[text][clips[text]]);
            return new PairScores(
                    own, matching ? Optional.of(odds(encoded, videos, clips)) : Optional.empty());
        }
    }

    private double[] odds(TextFeatures texts, VideoFeatures videos, int[] clips) {
        double[] odds = new double[clips.length];
        BitSet[] wanted = new BitSet[clips.length];
        Arrays.setAll(wanted, text -> new BitSet());
        for (int text = 0; text < clips.length; text++) {
            wanted[text].set(clips[text]);
        }
        matching()
                .score(
                        texts,
                        videos,
                        wanted,
                        (text, clip, noMatch, match) -> odds[text] = match - noMatch);
        return odds;
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

    private MatchingScorer matching() {
        return new MatchingScorer(opened.compute(), opened.model(), before);
    }

    /** Handles of engine tensors that are open: a figure for leak tests. */
    public int openTensors() {
        return opened.compute().openTensors();
    }

    @Override
    public void close() {
        opened.close();
    }
}
