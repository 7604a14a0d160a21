package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Turns clips and texts into unit vectors, and tokens for VTM, batch by batch. */
public final class FeatureEncoder {
    /** Cosines on the device at a time. */
    private static final int PRODUCTS = 1 << 22;

    private final Compute compute;
    private final AlproModel model;
    private final BatchMaker batches;
    private final Runnable before;

    public FeatureEncoder(Compute compute, AlproModel model, BatchMaker batches) {
        this(compute, model, batches, () -> {});
    }

    /** One that runs {@code before} ahead of every batch; what that throws ends the work. */
    FeatureEncoder(Compute compute, AlproModel model, BatchMaker batches, Runnable before) {
        this.compute = compute;
        this.model = model;
        this.batches = batches;
        this.before = before;
    }

    /**
     * Encodes evenly sampled clips, each once; the caller closes them.
     *
     * @param tokens whether VTM will need the video encoder's tokens, (1 + P)·D floats a clip
     */
    public VideoFeatures videos(List<Pair> pairs, int batch, boolean tokens) {
        VideoFeatures all =
                VideoFeatures.room(compute, model.config(), pairs, pairs.size(), tokens);
        try {
            for (int start = 0; start < pairs.size(); start += batch) {
                before.run();
                int end = Math.min(pairs.size(), start + batch);
                try (Scope scope = compute.scope()) {
                    all.put(start, model, video(scope, pairs.subList(start, end)));
                }
            }
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private Tensor video(Scope scope, List<Pair> some) {
        int frames = model.config().video().frames();
        int size = model.config().video().imageSize();
        // Even sampling draws nothing; the generator is there for the signature alone.
        byte[] pixels = batches.pixels(some, FrameSampling.uniform(), new Random(0));
        return model.video(scope.frames(pixels, some.size(), frames, size), false);
    }

    /**
     * Encodes texts, each once, those of like lengths together; the caller closes them.
     *
     * @param tokens whether VTM will need the text encoder's tokens, L·D floats a text
     */
    public TextFeatures texts(List<String> texts, int batch, boolean tokens) {
        TokenBatch made = batches.tokens(texts);
        TextFeatures all = TextFeatures.room(compute, model, made, tokens);
        try {
            int[] order = all.order();
            for (int start = 0; start < order.length; start += batch) {
                before.run();
                int end = Math.min(order.length, start + batch);
                try (Scope step = compute.scope()) {
                    all.put(start, model, made.rows(Arrays.copyOfRange(order, start, end)), step);
                }
            }
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    /** First captions (rows) against clips (columns), divided by the temperature. */
    public double[][] similarity(List<Pair> pairs, int batch) {
        List<String> captions = pairs.stream().map(p -> p.captions().get(0)).toList();
        try (TextFeatures texts = texts(captions, batch, false);
                VideoFeatures videos = videos(pairs, batch, false)) {
            return similarity(texts, videos);
        }
    }

    /**
     * Inner products of unit vectors, divided by the temperature, (texts, clips). Some rows are on
     * the device at a time.
     */
    public double[][] similarity(TextFeatures texts, VideoFeatures videos) {
        double temperature = model.temperature().scalar();
        double[][] scores = new double[texts.count()][];
        int rows = Math.max(1, PRODUCTS / Math.max(1, videos.count()));
        try (Scope scope = compute.scope()) {
            Tensor all = texts.vectors(scope);
            Tensor turned = videos.vectors().in(scope).transpose(0, 1);
            for (int start = 0; start < scores.length; start += rows) {
                try (Scope step = compute.scope()) {
                    int count = Math.min(rows, scores.length - start);
                    float[][] some = all.in(step).narrow(0, start, count).matmul(turned).matrix();
                    for (int i = 0; i < count; i++) {
                        scores[start + i] = scaled(some[i], temperature);
                    }
                }
            }
        }
        return scores;
    }

    private static double[] scaled(float[] cosines, double temperature) {
        double[] scores = new double[cosines.length];
        Arrays.setAll(scores, i -> cosines[i] / temperature);
        return scores;
    }
}
