package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * Unit vectors of pairs that somebody else encodes, of clips and of texts, on the device until this
 * is closed.
 */
public final class PairFeatures implements AutoCloseable {
    private final Compute compute;
    private final Scope scope;
    private final Tensor clips;
    private final Tensor texts;

    /** Room for so many pairs, which {@link #put} fills. */
    public PairFeatures(Compute compute, AlproConfig config, int pairs) {
        this.compute = compute;
        this.scope = compute.scope();
        this.clips = scope.full(0, pairs, config.projection());
        this.texts = scope.full(0, pairs, config.projection());
    }

    /**
     * Takes over the vectors of some pairs.
     *
     * @param first place of the first of them
     * @param someClips (n, d)
     * @param someTexts (n, d)
     */
    public void put(int first, Tensor someClips, Tensor someTexts) {
        clips.in(someClips).narrow(0, first, someClips.size(0)).copyFrom(someClips);
        texts.in(someTexts).narrow(0, first, someTexts.size(0)).copyFrom(someTexts);
    }

    /** Every text (rows) against every clip (columns). */
    public double[][] cosines() {
        return Cosines.of(compute, texts, clips, 1);
    }

    @Override
    public void close() {
        scope.close();
    }
}
