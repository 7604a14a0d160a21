package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.datasets.Pair;
import java.util.Arrays;
import java.util.List;

/**
 * Clips encoded once, on the device until this is closed: unit vectors for VTC, and the video
 * encoder's tokens where VTM will judge, (1 + P)·D floats a clip.
 */
public final class VideoFeatures implements AutoCloseable {
    static final String VECTORS = "vectors";
    static final String TOKENS = "tokens";

    private final Scope scope;
    private final List<Pair> pairs;
    private final Tensor vectors;
    private final Tensor tokens;

    private VideoFeatures(Scope scope, List<Pair> pairs, Tensor vectors, Tensor tokens) {
        this.scope = scope;
        this.pairs = List.copyOf(pairs);
        this.vectors = vectors;
        this.tokens = tokens;
    }

    /** Room for clips that {@link #put} fills. */
    static VideoFeatures room(
            Compute compute, AlproConfig config, List<Pair> pairs, int clips, boolean tokens) {
        Scope scope = compute.scope();
        int each = tokens ? 1 + config.video().patches() : 0;
        return new VideoFeatures(
                scope,
                pairs,
                scope.full(0, clips, config.projection()),
                scope.full(0, clips, each, config.video().width()));
    }

    /** What one batch of video tokens (B, 1 + P, D) gives, of clips without a name. */
    public static VideoFeatures of(Compute compute, AlproModel model, Tensor video) {
        VideoFeatures all = room(compute, model.config(), List.of(), video.size(0), true);
        all.put(0, model, video);
        return all;
    }

    /** Encodes clips (B, T, 3, H, W), without their tokens where there is no room for them. */
    void encode(int first, AlproModel model, Tensor frames) {
        if (tokens.size(1) > 0) {
            put(first, model, model.video(frames, false));
        } else {
            put(vectors, first, model.clipFeature(frames));
        }
    }

    private void put(int first, AlproModel model, Tensor video) {
        put(vectors, first, model.videoFeature(video));
        put(tokens, first, video);
    }

    /**
     * Takes clips that were encoded before.
     *
     * @param vectorsOfSome unit vectors, (n, d)
     * @param tokensOfSome (n, 1 + P, D); not looked at where there is no room for them
     */
    void put(int first, float[] vectorsOfSome, float[] tokensOfSome) {
        try (Scope step = scope.sub()) {
            put(vectors, first, rows(step, vectors, vectorsOfSome));
            if (tokens.size(1) > 0) {
                put(tokens, first, rows(step, tokens, tokensOfSome));
            }
        }
    }

    private static Tensor rows(Scope step, Tensor all, float[] values) {
        long[] shape = all.shape().clone();
        shape[0] = 1;
        shape[0] = values.length / Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return step.of(values, shape);
    }

    private static void put(Tensor all, int first, Tensor some) {
        all.in(some).narrow(0, first, some.size(0)).copyFrom(some);
    }

    /** The clips in column order; empty where the features came from elsewhere. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** Number of clips. */
    public int count() {
        return vectors.size(0);
    }

    /** Unit vectors, (clips, d). */
    Tensor vectors() {
        return vectors;
    }

    /** What a file keeps of them: {@code vectors} and, where there are any, {@code tokens}. */
    List<StoredTensor> stored() {
        StoredTensor own = StoredTensor.of(VECTORS, vectors.shape(), vectors.floats());
        return tokens.size(1) == 0
                ? List.of(own)
                : List.of(own, StoredTensor.of(TOKENS, tokens.shape(), tokens.floats()));
    }

    /** Tokens of some clips in another scope, (n, 1 + P, D). */
    public Tensor tokens(Scope into, int... clips) {
        return tokens.in(into.indices(clips)).rows(clips);
    }

    @Override
    public void close() {
        scope.close();
    }
}
