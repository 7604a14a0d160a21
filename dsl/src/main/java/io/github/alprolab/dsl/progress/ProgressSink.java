package io.github.alprolab.dsl.progress;

import java.util.Optional;

/** Where news of long work goes. */
@FunctionalInterface
public interface ProgressSink {
    /** Starts to tell of a piece of work. */
    Progress start();

    /** Source of the code that runs now; empty where the front-end does not know it. */
    default Optional<String> cell() {
        return Optional.empty();
    }
}
