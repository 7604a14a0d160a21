package io.github.alprolab.dsl.record;

/** Where a run stands. */
public enum RunState {
    /** At work. */
    RUNNING,
    /** Stopped, or its process is gone without a word; running again goes on or starts anew. */
    INTERRUPTED,
    FINISHED,
    /** Ended by an error, which the reason names. */
    FAILED
}
