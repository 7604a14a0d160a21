package io.github.alprolab.datasets;

/** What is done about a clip that cannot be read. No choice is made silently: all are counted. */
public enum UnreadableClips {
    /** The first one ends the work, named with its cause. */
    FAIL,
    /** All clips are read before the work begins, and those that cannot be are left out. */
    SKIP,
    /**
     * In training another pair, drawn at random, takes its place with its own caption, as in the
     * published code. Measuring never swaps: there it is the same as {@link #FAIL}.
     */
    REPLACE;

    /** What is done where something is measured: nothing is ever put in a clip's place. */
    public UnreadableClips inEvaluation() {
        return this == REPLACE ? FAIL : this;
    }
}
