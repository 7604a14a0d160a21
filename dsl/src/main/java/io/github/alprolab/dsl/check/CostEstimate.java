package io.github.alprolab.dsl.check;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;

/**
 * What a training costs, from its sizes alone. Counts multiplications of the big matrices; rough by
 * design, and said to be rough wherever it is shown.
 *
 * @param parameters trainable parameters
 * @param frozen parameters of the prompter
 * @param operations floating-point operations of a training step
 * @param bytes memory of weights, gradients, moments and activations
 */
public record CostEstimate(long parameters, long frozen, double operations, double bytes) {
    /** What one core of a present-day computer does in matrix products, operations a second. */
    private static final double OPERATIONS_PER_CORE = 30e9;

    /** Forward once, backward about twice as much. */
    private static final int TRAINING = 3;

    private static final int FLOAT = 4;

    /**
     * For one model.
     *
     * @param passes how often the fusion layers run for one clip, as the objectives say
     * @param frozen parameters that are kept and not trained
     */
    public static CostEstimate of(
            AlproConfig config, long parameters, long frozen, int passes, int batch, int words) {
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
        double activations =
                FLOAT
                        * 20.0
                        * width
                        * batch
                        * (tokens * v.depth()
                                + words * t.fusionLayer()
                                + passes * fused * (t.layers() - t.fusionLayer()));
        return new CostEstimate(
                parameters,
                frozen,
                clip * batch,
                4.0 * FLOAT * parameters + FLOAT * (double) frozen + activations);
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

    /** Seconds of a number of steps on so many cores. */
    public double seconds(int steps, int cores) {
        return operations * steps / (OPERATIONS_PER_CORE * cores);
    }
}
