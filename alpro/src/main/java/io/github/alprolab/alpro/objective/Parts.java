package io.github.alprolab.alpro.objective;

/**
 * A loss of a batch that is a weighted mean of losses of its parts. Threads of several devices may
 * ask at once.
 */
interface Parts {
    /**
     * Sees every part once, without a graph, before any weight or loss is asked for.
     *
     * @param first place of the part's first clip in the batch
     */
    default void look(Step part, int first) {}

    /** Told when all were seen. */
    default void seen() {}

    /**
     * What the part's loss, and what it reports, counts in the mean; 0 for one that is left out.
     */
    double weight(Step part, int first);

    /** The loss of a part whose weight is above 0: a scalar in the graph. */
    StepTensor loss(Step part, int first);
}
