package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Turns clips and texts into unit vectors, and tokens for VTM, batch by batch. */
public final class FeatureEncoder {
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
     * Encodes evenly sampled clips, each once.
     *
     * @param tokens whether VTM will need the video encoder's tokens, (1 + P)·D floats a clip
     */
    public VideoFeatures videos(List<Pair> pairs, int batch, boolean tokens) {
        List<float[]> vectors = new ArrayList<>();
        List<float[]> kept = new ArrayList<>();
        int frames = model.config().video().frames();
        int size = model.config().video().imageSize();
        for (int start = 0; start < pairs.size(); start += batch) {
            before.run();
            List<Pair> some = pairs.subList(start, Math.min(pairs.size(), start + batch));
            // Even sampling draws nothing; the generator is there for the signature alone.
            byte[] pixels = batches.pixels(some, FrameSampling.uniform(), new Random(0));
            try (Scope scope = compute.scope()) {
                var video = model.video(scope.frames(pixels, some.size(), frames, size), false);
                vectors.addAll(List.of(model.videoFeature(video).matrix()));
                if (tokens) {
                    kept.addAll(List.of(video.reshape(some.size(), -1).matrix()));
                }
            }
        }
        return new VideoFeatures(
                pairs, vectors.toArray(float[][]::new), kept.toArray(float[][]::new));
    }

    /**
     * Encodes texts, each once.
     *
     * @param tokens whether VTM will need the text encoder's tokens, L·D floats a text
     */
    public TextFeatures texts(List<String> texts, int batch, boolean tokens) {
        List<TextFeatures> parts = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += batch) {
            before.run();
            TokenBatch some =
                    batches.tokens(texts.subList(start, Math.min(texts.size(), start + batch)));
            try (Scope scope = compute.scope()) {
                Tensor mask = scope.of(some.mask(), some.rows(), some.length());
                Tensor ids = scope.of(some.ids(), some.rows(), some.length());
                Tensor encoded = model.text(ids, mask, false);
                parts.add(
                        tokens
                                ? TextFeatures.of(model, encoded, mask)
                                : TextFeatures.ofVectors(model.textFeature(encoded).matrix()));
            }
        }
        return TextFeatures.joined(parts);
    }

    /** First captions (rows) against clips (columns), divided by the temperature. */
    public double[][] similarity(List<Pair> pairs, int batch) {
        List<String> captions = pairs.stream().map(p -> p.captions().get(0)).toList();
        return similarity(
                texts(captions, batch, false).vectors(), videos(pairs, batch, false).vectors());
    }

    /** Inner products of unit vectors, divided by the temperature. */
    public double[][] similarity(float[][] texts, float[][] videos) {
        double temperature = model.temperature().scalar();
        double[][] scores = new double[texts.length][videos.length];
        for (int i = 0; i < texts.length; i++) {
            for (int j = 0; j < videos.length; j++) {
                scores[i][j] = dot(texts[i], videos[j]) / temperature;
            }
        }
        return scores;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
