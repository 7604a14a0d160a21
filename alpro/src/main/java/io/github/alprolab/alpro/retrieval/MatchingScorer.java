package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;

/**
 * Judges pairs of encoded texts and clips by VTM. Encoders do not run again, and the last fusion
 * layer is computed for the fused CLS alone (docs/method.md section 10.2).
 */
public final class MatchingScorer {
    private static final int BATCH = 64;

    private final Compute compute;
    private final AlproModel model;
    private final Runnable before;

    public MatchingScorer(Compute compute, AlproModel model) {
        this(compute, model, () -> {});
    }

    /** One that runs {@code before} ahead of every batch; what that throws ends the work. */
    MatchingScorer(Compute compute, AlproModel model, Runnable before) {
        this.compute = compute;
        this.model = model;
        this.before = before;
    }

    /**
     * Scores texts against one clip at a time.
     *
     * @param wanted for each clip the texts to judge it with
     * @return for each clip, in the order of its texts: scores of no match and of match (n, 2)
     */
    public float[][][] logits(TextFeatures texts, VideoFeatures videos, int[][] wanted) {
        float[][][] all = new float[videos.count()][][];
        try (Scope held = compute.scope()) {
            Tensor tokens = tokens(held, texts);
            Tensor masks = rows(held, texts.masks(), texts.length());
            for (int clip = 0; clip < all.length; clip++) {
                all[clip] = judged(tokens, masks, videos.tokens()[clip], wanted[clip]);
            }
        }
        return all;
    }

    private float[][] judged(Tensor tokens, Tensor masks, float[] video, int[] texts) {
        float[][] logits = new float[texts.length][];
        int width = model.config().video().width();
        for (int start = 0; start < texts.length; start += BATCH) {
            before.run();
            int count = Math.min(BATCH, texts.length - start);
            int[] some = Arrays.copyOfRange(texts, start, start + count);
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
                System.arraycopy(model.matching(cls).matrix(), 0, logits, start, count);
            }
        }
        return logits;
    }

    private Tensor tokens(Scope scope, TextFeatures texts) {
        int width = model.config().text().width();
        return rows(scope, texts.tokens(), texts.length() * width)
                .reshape(texts.count(), texts.length(), width);
    }

    private static Tensor rows(Scope scope, float[][] rows, int width) {
        float[] values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return scope.of(values, rows.length, width);
    }
}
