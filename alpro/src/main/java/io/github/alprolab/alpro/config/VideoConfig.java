package io.github.alprolab.alpro.config;

/**
 * The TimeSformer's sizes (paper section 3.1; divided space-time attention).
 *
 * @param imageSize height and width of a frame in pixels, a multiple of {@code patch}
 * @param patch edge of a square patch in pixels
 * @param frames T, frames of a clip
 * @param width D, a multiple of {@code heads}
 * @param depth number of blocks
 * @param heads attention heads
 * @param feedForward width inside the block's perceptron
 * @param dropPath stochastic depth of the last block, growing linearly from 0, a share
 */
public record VideoConfig(
        int imageSize,
        int patch,
        int frames,
        int width,
        int depth,
        int heads,
        int feedForward,
        double dropPath) {

    public VideoConfig {
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
                imageSize, patch, frames, width, depth, heads, feedForward, dropPath);
    }

    /** The same encoder for another frame size in pixels. */
    public VideoConfig imageSize(int imageSize) {
        return new VideoConfig(
                imageSize, patch, frames, width, depth, heads, feedForward, dropPath);
    }
}
