package io.github.alprolab.alpro.inside;

/**
 * Where the clip's CLS token looks.
 *
 * @param patches its shares of the patches in row-major order, (T, P). Each frame has one private
 *     copy of CLS and its shares sum to 1 with {@code itself}; in joint attention all frames
 *     together do
 * @param itself what CLS keeps for itself, a mean over frames
 */
public record FrameAttention(double[][] patches, double itself) {}
