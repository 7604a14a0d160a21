package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Turns clips and texts into unit vectors, batch by batch. */
public final class FeatureEncoder {
    private final Compute compute;
    private final AlproModel model;
    private final BatchMaker batches;

    public FeatureEncoder(Compute compute, AlproModel model, BatchMaker batches) {
        this.compute = compute;
        this.model = model;
        this.batches = batches;
    }

    /** Evenly sampled clips to (clips, d). */
    public float[][] videos(List<Pair> pairs, int batch) {
        List<float[]> rows = new ArrayList<>();
        int frames = model.config().video().frames();
        int size = model.config().video().imageSize();
        for (int start = 0; start < pairs.size(); start += batch) {
            List<Pair> some = pairs.subList(start, Math.min(pairs.size(), start + batch));
            // Even sampling draws nothing; the generator is there for the signature alone.
            byte[] pixels = batches.pixels(some, FrameSampling.uniform(), new Random(0));
            try (Scope scope = compute.scope()) {
                var video = model.video(scope.frames(pixels, some.size(), frames, size), false);
                rows.addAll(List.of(model.videoFeature(video).matrix()));
            }
        }
        return rows.toArray(float[][]::new);
    }

    /** Texts to (texts, d). */
    public float[][] texts(List<String> texts, int batch) {
        List<float[]> rows = new ArrayList<>();
        for (int start = 0; start < texts.size(); start += batch) {
            TokenBatch some =
                    batches.tokens(texts.subList(start, Math.min(texts.size(), start + batch)));
            try (Scope scope = compute.scope()) {
                var text =
                        model.text(
                                scope.of(some.ids(), some.rows(), some.length()),
                                scope.of(some.mask(), some.rows(), some.length()),
                                false);
                rows.addAll(List.of(model.textFeature(text).matrix()));
            }
        }
        return rows.toArray(float[][]::new);
    }

    /** First captions (rows) against clips (columns), divided by the temperature. */
    public double[][] similarity(List<Pair> pairs, int batch) {
        List<String> captions = pairs.stream().map(p -> p.captions().get(0)).toList();
        return similarity(texts(captions, batch), videos(pairs, batch));
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
