package io.github.alprolab.datasets;

/** The three disjoint parts of a data set. */
public enum Split {
    /** What the weights are fitted on. */
    TRAIN,
    /** What settings are chosen by. */
    VALIDATION,
    /** What results are reported on; never looked at before. */
    TEST
}
