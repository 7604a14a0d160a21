package io.github.alprolab.alpro.video;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.WrittenBlock;
import java.util.Optional;

/** One block of the video encoder: attention among some of its tokens, then a perceptron. */
interface VideoBlock {

    /**
     * Tokens to tokens of the same shape: (B, 1 + P·T, D), or (B·T, 1 + P, D) for attention in
     * space only. Stochastic depth only when {@code training}.
     */
    Tensor apply(Tensor z, boolean training);

    /**
     * The same in one piece, for tokens that lie as «divided» in {@code blocks.py} has them; empty
     * where it is not written out.
     */
    default Optional<WrittenBlock> written(boolean training) {
        return Optional.empty();
    }

    /** {@link #written} outside training for CLS alone, (B, D); goes forward only. */
    default Optional<WrittenBlock> writtenFirst() {
        return Optional.empty();
    }

    /** The block of a configuration's attention. */
    static VideoBlock of(Namespace names, VideoConfig config, double dropPath) {
        return switch (config.attention()) {
            case DIVIDED -> new DividedAttentionBlock(names, config, dropPath);
            case JOINT, SPACE_ONLY -> new WholeAttentionBlock(names, config, dropPath);
        };
    }
}
