package io.github.alprolab.alpro.model;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.BertModel;
import io.github.alprolab.alpro.text.PairFusion;
import io.github.alprolab.alpro.text.WordHead;
import io.github.alprolab.alpro.video.VideoEncoder;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Video encoder, text and fusion encoder, projections, temperature, matching head and word head:
 * the network of retrieval and of the prompter (docs/method.md sections 1.6, 1.7 and 2.3).
 */
public final class AlproModel {
    private static final double TEMPERATURE_LEAST = 0.001;
    private static final double TEMPERATURE_MOST = 0.5;

    private final AlproConfig config;
    private final Tensor temperature;
    private final VideoEncoder videoEncoder;
    private final BertModel bert;
    private final Optional<WordHead> wordHead;
    private final Linear videoProjection;
    private final Linear textProjection;
    private final Linear matchingHead;

    /** Declares all tensors in {@code names}; {@code firstTemperature} is the paper's 0.07. */
    public AlproModel(Namespace names, AlproConfig config, double firstTemperature) {
        this(names, config, firstTemperature, true);
    }

    private AlproModel(
            Namespace names, AlproConfig config, double firstTemperature, boolean withWordHead) {
        this.config = config;
        int width = config.video().width();
        this.temperature = names.parameter("temp", Initial.constant(firstTemperature));
        this.videoEncoder =
                new VideoEncoder(names.child("visual_encoder").child("model"), config.video());
        Namespace text = names.child("text_encoder");
        this.bert = new BertModel(withWordHead ? text.child("bert") : text, config.text());
        this.wordHead =
                withWordHead
                        ? Optional.of(new WordHead(text.child("cls"), config.text(), bert))
                        : Optional.empty();
        this.videoProjection = new Linear(names.child("vision_proj"), width, config.projection());
        this.textProjection = new Linear(names.child("text_proj"), width, config.projection());
        this.matchingHead = new Linear(names.child("itm_head"), width, 2);
    }

    /** As question answering names its tensors: {@code text_encoder} is BERT itself. */
    static AlproModel withoutWordHead(
            Namespace names, AlproConfig config, double firstTemperature) {
        return new AlproModel(names, config, firstTemperature, false);
    }

    /** The sizes this model was built with. */
    public AlproConfig config() {
        return config;
    }

    /** The video encoder alone. */
    public VideoEncoder videoEncoder() {
        return videoEncoder;
    }

    /** Frames (B, T, 3, H, W) to tokens (B, 1 + P, D). */
    public Tensor video(Tensor frames, boolean training) {
        return videoEncoder.encode(frames, training);
    }

    /** Word pieces (B, L) with mask (B, L) to tokens (B, L, D). */
    public Tensor text(Tensor ids, Tensor mask, boolean training) {
        return bert.text(ids, mask, training);
    }

    /** Video tokens (B, 1 + P, D) to unit vectors (B, d). */
    public Tensor videoFeature(Tensor video) {
        return videoProjection.apply(video.select(1, 0)).normalize();
    }

    /** {@link #videoFeature} of frames (B, T, 3, H, W) whose other tokens nobody reads. */
    public Tensor clipFeature(Tensor frames) {
        return videoProjection.apply(videoEncoder.first(frames)).normalize();
    }

    /** Text tokens (B, L, D) to unit vectors (B, d). */
    public Tensor textFeature(Tensor text) {
        return textProjection.apply(text.select(1, 0)).normalize();
    }

    /** The first {@code rows} fused tokens (N, rows, D); see {@link BertModel#fuse}. */
    public Tensor fuse(Tensor text, Tensor mask, Tensor video, int rows, boolean training) {
        return bert.fuse(text, mask, video, rows, training);
    }

    /** Fuses many pairs for {@link #matching}, without gradients. */
    public PairFusion pairs() {
        return bert.pairs();
    }

    /** Fused CLS (N, D) to scores of no match and match, (N, 2). */
    public Tensor matching(Tensor cls) {
        return matchingHead.apply(cls);
    }

    /**
     * Fused word tokens (R, D) to word scores (R, V).
     *
     * @throws NoSuchElementException in question answering, which has no word head
     */
    public Tensor words(Tensor tokens) {
        return wordHead.orElseThrow().apply(tokens);
    }

    /** The learned temperature, a scalar. */
    public Tensor temperature() {
        return temperature;
    }

    /** Keeps the temperature within 0.001 and 0.5, as each training step begins. */
    public void clampTemperature() {
        temperature.clamp(TEMPERATURE_LEAST, TEMPERATURE_MOST);
    }
}
