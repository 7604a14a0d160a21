package io.github.alprolab.dsl;

/**
 * Sizes of the video encoder that may be chosen freely; {@code check()} says what does not fit.
 *
 * @param patch edge of a patch in pixels
 * @param layers number of divided-attention blocks
 * @param heads attention heads
 * @param dropPath stochastic depth of the last block, a share
 */
public record VideoPart(int patch, int layers, int heads, double dropPath) {
    public VideoPart {
        Range.atLeast(1, patch, "patch");
        Range.atLeast(1, layers, "layers");
        Range.atLeast(1, heads, "heads");
        Range.share(dropPath, "dropPath", 0.1);
    }

    public VideoPart patch(int pixels) {
        return new VideoPart(pixels, layers, heads, dropPath);
    }

    public VideoPart layers(int count) {
        return new VideoPart(patch, count, heads, dropPath);
    }

    public VideoPart heads(int count) {
        return new VideoPart(patch, layers, count, dropPath);
    }

    public VideoPart dropPath(double share) {
        return new VideoPart(patch, layers, heads, share);
    }
}
