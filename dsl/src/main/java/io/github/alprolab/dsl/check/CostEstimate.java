package io.github.alprolab.dsl.check;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;

/**
 * What a training costs, from its sizes alone. Counts multiplications of the big matrices; rough by
 * design, and said to be rough wherever it is shown.
 *
 * @param parameters trainable parameters
 * @param frozen parameters of the prompter
 * @param operations floating-point operations of a training step
 * @param weights bytes of weights, gradients and moments
 * @param activations bytes that a batch of one clip keeps for its backward pass
 * @param recomputed the same where blocks are computed again (gradient checkpointing)
 * @param batch clips of a batch
 */
public record CostEstimate(
        long parameters,
        long frozen,
        double operations,
        double weights,
        double activations,
        double recomputed,
        int batch) {
    /**
     * Share of the speed of bare matrix products that a training step reaches on a processor; it
     * was 0.5 to 0.65 for blocks of width 192 and 768.
     */
    private static final double SHARE = 0.5;

    /** Forward once, backward about twice as much. */
    private static final int TRAINING = 3;

    private static final int FLOAT = 4;

    /** Numbers that a layer keeps for each token, in widths. */
    private static final double KEPT = 20;

    /**
     * Share of their bytes in 16 bits, where what goes into layer norms stays in 32; and the bytes
     * of a weight that is cast for its products until the backward pass is over.
     */
    private static final double HALVED = 0.6;

    private static final int CAST = 2;

    /**
     * For one model.
     *
     * @param passes how often the fusion layers run for one clip, as the objectives say
     * @param frozen parameters that are kept and not trained
     */
    public static CostEstimate of(
            AlproConfig config, long parameters, long frozen, int passes, int batch, int words) {
        return of(config, parameters, frozen, passes, batch, words, Precision.FP32);
    }

    /** The same in a precision; AUTO counts as FP32, which needs more. */
    public static CostEstimate of(
            AlproConfig config,
            long parameters,
            long frozen,
            int passes,
            int batch,
            int words,
            Precision precision) {
        boolean halved = precision == Precision.BF16 || precision == Precision.FP16;
        double inBlock = KEPT * (halved ? HALVED : 1);
        VideoConfig v = config.video();
        TextConfig t = config.text();
        double tokens = (double) v.frames() * v.patches() + 1;
        // The mean over time leaves one token a patch, and the first one.
        double fused = 1.0 + v.patches() + words;
        double width = v.width();
        double video = v.depth() * block(v, tokens);
        double text = 2 * 12 * width * width * words * t.fusionLayer();
        double fusion = 2 * 12 * width * width * fused * (t.layers() - t.fusionLayer());
        double prompter = frozen > 0 ? video : 0;
        double clip = TRAINING * (video + text + passes * fusion) + prompter;
        double rows =
                tokens * v.depth()
                        + words * t.fusionLayer()
                        + passes * fused * (t.layers() - t.fusionLayer());
        double kept = FLOAT * width * rows;
        return new CostEstimate(
                parameters,
                frozen,
                clip * batch,
                (4.0 * FLOAT + (halved ? CAST : 0)) * parameters + FLOAT * (double) frozen,
                inBlock * kept,
                // What enters each block, and all of one block of the video encoder.
                kept + inBlock * FLOAT * width * tokens,
                batch);
    }

    /** Operations of one block of the video encoder on one clip. */
    private static double block(VideoConfig video, double tokens) {
        double width = video.width();
        return switch (video.attention()) {
            case DIVIDED -> 2 * 17 * width * width * tokens;
            case SPACE_ONLY -> 2 * 12 * width * width * tokens;
            // Comparing every token with every other is no longer small beside the matrices.
            case JOINT -> 2 * 12 * width * width * tokens + 4 * width * tokens * tokens;
        };
    }

    /** Bytes of weights, gradients, moments and activations. */
    public double bytes() {
        return bytes(batch, false);
    }

    /**
     * Bytes with batches of another size.
     *
     * @param recompute with gradient checkpointing
     */
    public double bytes(int clips, boolean recompute) {
        return weights + clips * (recompute ? recomputed : activations);
    }

    /**
     * The largest part of at least 2 clips that fits and shares the batch evenly.
     *
     * @param room bytes
     * @return 0 where none fits
     */
    public int fitting(double room, boolean recompute) {
        for (int clips = batch; clips >= 2; clips--) {
            if (batch % clips == 0 && bytes(clips, recompute) <= room) {
                return clips;
            }
        }
        return 0;
    }

    /**
     * Seconds of a number of steps.
     *
     * @param speed operations a second of bare matrix products
     */
    public double seconds(int steps, double speed) {
        return operations * steps / (SHARE * speed);
    }
}
