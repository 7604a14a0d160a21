package io.github.alprolab.alpro.objective;

/** When a crop's pseudo-label is too unsure to learn from. */
public enum IgnoreRule {
    /** The largest probability is below the threshold (the paper's text). */
    PROBABILITY,
    /**
     * The index of the best entity is below the threshold, so only crops whose best entity is the
     * first of the list (the published code).
     */
    REFERENCE_INDEX
}
