package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.data.MadeAhead;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

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
     * Encodes evenly sampled clips, each once, while the next ones are decoded; the caller closes
     * them.
     *
     * @param tokens whether VTM will need the video encoder's tokens, (1 + P)·D floats a clip
     */
    public VideoFeatures videos(List<Pair> pairs, int batch, boolean tokens) {
        VideoFeatures all =
                VideoFeatures.room(compute, model.config(), pairs, pairs.size(), tokens);
        int starts = (pairs.size() + batch - 1) / batch;
        try (MadeAhead<byte[]> decoded =
                new MadeAhead<>(
                        IntStream.range(0, starts)
                                .mapToObj(i -> some(pairs, i * batch, batch))
                                .map(some -> () -> pixels(some)))) {
            for (int start = 0; start < pairs.size(); start += batch) {
                before.run();
                put(all, start, decoded.nextThroughInterrupts());
            }
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    /**
     * Encodes clips that are decoded; the caller closes them.
     *
     * @param pixels of {@link #pixels}
     */
    public VideoFeatures videos(List<Pair> pairs, byte[] pixels) {
        return videos(pairs, pixels, true);
    }

    /** The same, with the video encoder's tokens where VTM will need them. */
    VideoFeatures videos(List<Pair> pairs, byte[] pixels, boolean tokens) {
        VideoFeatures all =
                VideoFeatures.room(compute, model.config(), pairs, clips(pixels), tokens);
        put(all, 0, pixels);
        return all;
    }

    /** Decodes evenly sampled clips, (B, T, H, W, 3); on any thread. */
    public byte[] pixels(List<Pair> some) {
        // Even sampling draws nothing; the generator is there for the signature alone.
        return batches.pixels(some, FrameSampling.uniform(), new Random(0));
    }

    /**
     * Unit vectors of clips that are decoded, (B, d).
     *
     * @param pixels of {@link #pixels}
     */
    public float[][] vectors(byte[] pixels) {
        try (VideoFeatures all = videos(List.of(), pixels, false)) {
            return all.vectors().matrix();
        }
    }

    /** Unit vectors of texts, (texts, d). */
    public float[][] vectors(List<String> texts, int batch) {
        try (TextFeatures all = texts(texts, batch, false);
                Scope scope = compute.scope()) {
            return all.vectors(scope).matrix();
        }
    }

    private static List<Pair> some(List<Pair> pairs, int start, int most) {
        return pairs.subList(start, Math.min(pairs.size(), start + most));
    }

    private void put(VideoFeatures all, int first, byte[] pixels) {
        int frames = model.config().video().frames();
        int size = model.config().video().imageSize();
        try (Scope scope = compute.scope()) {
            all.encode(first, model, scope.frames(pixels, clips(pixels), frames, size));
        }
    }

    private int clips(byte[] pixels) {
        int frames = model.config().video().frames();
        int size = model.config().video().imageSize();
        return pixels.length / (frames * size * size * 3);
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

    /** Inner products of unit vectors, divided by the temperature, (texts, clips). */
    public double[][] similarity(TextFeatures texts, VideoFeatures videos) {
        try (Scope scope = compute.scope()) {
            return Cosines.of(
                    compute,
                    texts.vectors(scope),
                    videos.vectors().in(scope),
                    model.temperature().scalar());
        }
    }
}
