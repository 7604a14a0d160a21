package io.github.alprolab.alpro.config;

import java.util.Objects;

/**
 * The TimeSformer's sizes and its attention (paper section 3.1).
 *
 * @param imageSize height and width of a frame in pixels, a multiple of {@code patch}
 * @param patch edge of a square patch in pixels
 * @param frames T, frames of a clip
 * @param width D, a multiple of {@code heads}
 * @param depth number of blocks
 * @param heads attention heads
 * @param feedForward width inside the block's perceptron
 * @param dropPath stochastic depth of the last block, growing linearly from 0, a share
 * @param attention which tokens a block compares; files without it mean {@code DIVIDED}
 */
public record VideoConfig(
        int imageSize,
        int patch,
        int frames,
        int width,
        int depth,
        int heads,
        int feedForward,
        double dropPath,
        VideoAttention attention) {

    public VideoConfig {
        attention = Objects.requireNonNullElse(attention, VideoAttention.DIVIDED);
        Require.positive("patch", patch);
        Require.positive("image size", imageSize);
        Require.divides("patch", patch, "image size", imageSize);
        Require.positive("frames", frames);
        Require.positive("video heads", heads);
        Require.positive("video width", width);
        Require.divides("heads", heads, "video width", width);
        Require.positive("video depth", depth);
        Require.positive("video feed-forward width", feedForward);
        Require.share("drop path", dropPath);
    }

    /** With divided attention, as published. */
    public VideoConfig(
            int imageSize,
            int patch,
            int frames,
            int width,
            int depth,
            int heads,
            int feedForward,
            double dropPath) {
        this(
                imageSize,
                patch,
                frames,
                width,
                depth,
                heads,
                feedForward,
                dropPath,
                VideoAttention.DIVIDED);
    }

    /** Patches along one edge. */
    public int grid() {
        return imageSize / patch;
    }

    /** P, patches of one frame. */
    public int patches() {
        return grid() * grid();
    }

    /** The same encoder for another number of frames. */
    public VideoConfig frames(int frames) {
        return new VideoConfig(
                imageSize, patch, frames, width, depth, heads, feedForward, dropPath, attention);
    }

    /** The same encoder for another frame size in pixels. */
    public VideoConfig imageSize(int imageSize) {
        return new VideoConfig(
                imageSize, patch, frames, width, depth, heads, feedForward, dropPath, attention);
    }

    /** The same encoder with another attention. */
    public VideoConfig attention(VideoAttention other) {
        return new VideoConfig(
                imageSize, patch, frames, width, depth, heads, feedForward, dropPath, other);
    }
}
