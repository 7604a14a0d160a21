package io.github.alprolab.alpro.inside;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.OpenedModel;
import io.github.alprolab.alpro.trained.TrainedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model opened to be looked at, for clips of one shape. It computes as training does,
 * without dropout and without gradients. Clips are given as pixels, (T, H, W, 3) unsigned bytes.
 */
public final class Inspector implements AutoCloseable {
    private static final int BATCH = 32;

    /** Of any task; what answers questions lacks the word head and has a head of its own. */
    private static final LoadRules RULES =
            LoadRules.anyToRetrieval()
                    .allowUnexpected("classifier.")
                    .allowMissing("temp", "vision_proj.", "text_proj.", "itm_head.");

    private final OpenedModel<AlproModel> opened;
    private final Compute compute;
    private final AlproModel model;
    private final ModelAttention attention;

    private Inspector(OpenedModel<AlproModel> opened) {
        this.opened = opened;
        this.compute = opened.compute();
        this.model = opened.model();
        this.attention = new ModelAttention(compute, model);
    }

    /**
     * Loads a trained model for clips of a shape; positions are resized where it was trained on
     * another.
     *
     * @param file one of ours, of PyTorch or safetensors; see {@link TrainedModel#open}
     * @param frames T
     * @param size edge of a frame in pixels, whole patches
     * @throws IOException when the file cannot be read or is no model of clips and texts
     */
    public static Inspector load(ModelFile file, int frames, int size, DeviceChoice device)
            throws IOException {
        return OpenedModel.open(
                        TrainedModel.open(file), frames, size, RULES, OpenedModel.Place.of(device))
                .use(Inspector::new);
    }

    /** The sizes of the model; clips have this frame count and image size. */
    public AlproConfig config() {
        return opened.config();
    }

    /** Where the video encoder's CLS looks, frame by frame. */
    public FrameAttention frameAttention(byte[] clip, AttentionPlace place) {
        return attention.ofFrames(clip, place);
    }

    /**
     * Which frames a frame's patches look at, (T, T): a row per looking frame, a mean over patches.
     *
     * @throws IllegalArgumentException for attention in space only, which sees one frame at a time
     */
    public double[][] timeAttention(byte[] clip, AttentionPlace place) {
        return attention.overTime(clip, place);
    }

    /** Where the fusion encoder's word pieces look among the patches. */
    public WordAttention wordAttention(byte[] clip, String text, AttentionPlace place) {
        return attention.ofWords(clip, tokens(List.of(text)), pieces(text), place);
    }

    /** The pieces of a text that the model reads, without start and end. */
    public List<String> pieces(String text) {
        List<String> all = opened.tokenizer().pieces(text);
        return all.subList(0, Math.min(all.size(), config().text().positions() - 2));
    }

    /** Whether the model has a word piece of its own for this one. */
    public boolean knows(String piece) {
        return opened.vocabulary().pieces().contains(piece);
    }

    /**
     * What the word head puts into each hidden place, over the whole vocabulary.
     *
     * @param text with {@code [MASK]} in hidden places
     * @return one for each hidden place in the order of the text; empty where none is hidden
     */
    public List<Distribution> hiddenWords(byte[] clip, String text) {
        TokenBatch words = tokens(List.of(text));
        Vocabulary vocabulary = opened.vocabulary();
        int mask = vocabulary.id(Vocabulary.MASK);
        try (Scope scope = compute.scope()) {
            Tensor fused = attention.fused(scope, clip, words); // (1, L, D)
            List<Distribution> all = new ArrayList<>();
            for (int i = 0; i < words.length(); i++) {
                if (words.ids()[i] == mask) {
                    Tensor scores = model.words(fused.select(1, i)); // (1, V)
                    all.add(Distribution.of(vocabulary.pieces(), scores.softmax().floats()));
                }
            }
            return all;
        }
    }

    /** Unit vectors of clips in the space that VTC compares in, (N, d). */
    public List<float[]> clipVectors(List<byte[]> clips) {
        List<float[]> all = new ArrayList<>();
        for (int start = 0; start < clips.size(); start += BATCH) {
            List<byte[]> some = clips.subList(start, Math.min(clips.size(), start + BATCH));
            try (Scope scope = compute.scope()) {
                Tensor video = model.video(attention.frames(scope, some), false);
                all.addAll(List.of(model.videoFeature(video).matrix()));
            }
        }
        return all;
    }

    /** Unit vectors of texts in the same space, (N, d). */
    public List<float[]> textVectors(List<String> texts) {
        List<float[]> all = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += BATCH) {
            TokenBatch some = tokens(texts.subList(start, Math.min(texts.size(), start + BATCH)));
            try (Scope scope = compute.scope()) {
                all.addAll(List.of(model.textFeature(attention.text(scope, some)).matrix()));
            }
        }
        return all;
    }

    /** The learned temperature. */
    public double temperature() {
        return model.temperature().scalar();
    }

    private TokenBatch tokens(List<String> texts) {
        return TokenBatch.of(
                texts, opened.tokenizer(), opened.vocabulary(), config().text().positions());
    }

    /** Handles of engine tensors that are open: a figure for leak tests. */
    public int openTensors() {
        return compute.openTensors();
    }

    @Override
    public void close() {
        opened.close();
    }
}
