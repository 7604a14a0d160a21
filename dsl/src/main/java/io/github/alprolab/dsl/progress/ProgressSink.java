package io.github.alprolab.dsl.progress;

/** Where news of long work goes. */
@FunctionalInterface
public interface ProgressSink {
    /** Starts to tell of a piece of work. */
    Progress start();
}
