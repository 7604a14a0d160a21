package io.github.alprolab.bench.retrieval;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;

/**
 * How retrieval judged pairs until features stayed on the device: texts padded to the longest, one
 * clip at a time from arrays on the heap, the whole fusion for each pair but the last layer's CLS.
 */
final class ClipByClip {
    private final Compute compute;
    private final AlproModel model;
    private final int batch;
    private final TokenBatch words;
    private final float[] texts;
    private final float[][] clips;

    /**
     * Encodes texts and takes clips as they are.
     *
     * @param clips tokens row by row, (clips, (1 + P)·D)
     * @param batch texts at a time
     */
    ClipByClip(Compute compute, AlproModel model, TokenBatch words, float[][] clips, int batch) {
        this.compute = compute;
        this.model = model;
        this.batch = batch;
        this.words = words;
        this.clips = clips;
        try (Scope scope = compute.scope()) {
            Tensor ids = scope.of(words.ids(), words.rows(), words.length());
            Tensor mask = scope.of(words.mask(), words.rows(), words.length());
            this.texts = model.text(ids, mask, false).floats();
        }
    }

    /** VTM's log-odds of all pairs of some clips, (texts, clips); others stay 0. */
    double[][] odds(int first, int end) {
        double[][] odds = new double[words.rows()][clips.length];
        try (Scope held = compute.scope()) {
            int width = model.config().text().width();
            Tensor tokens = held.of(texts, words.rows(), words.length(), width);
            Tensor masks = held.of(words.mask(), words.rows(), words.length());
            for (int clip = first; clip < end; clip++) {
                for (int start = 0; start < words.rows(); start += batch) {
                    int count = Math.min(batch, words.rows() - start);
                    float[][] some = judged(tokens, masks, clips[clip], start, count);
                    for (int i = 0; i < count; i++) {
                        odds[start + i][clip] = (double) some[i][1] - some[i][0];
                    }
                }
            }
        }
        return odds;
    }

    private float[][] judged(Tensor tokens, Tensor masks, float[] video, int start, int count) {
        int width = model.config().video().width();
        int[] some = new int[count];
        java.util.Arrays.setAll(some, i -> start + i);
        try (Scope step = compute.scope()) {
            Tensor clip = step.of(video, 1, video.length / width, width).expand(count, -1, -1);
            Tensor cls =
                    model.fuse(
                                    tokens.in(step).rows(step.indices(some)),
                                    masks.in(step).rows(step.indices(some)),
                                    clip,
                                    1,
                                    false)
                            .select(1, 0);
            return model.matching(cls).matrix();
        }
    }
}
