package io.github.alprolab.dsl.record;

/** Where a run stands. */
public enum RunState {
    /** At work, or killed without a word. */
    RUNNING,
    /** Stopped by the user; running again resumes it. */
    INTERRUPTED,
    FINISHED,
    /** Ended by an error, which the reason names. */
    FAILED
}
