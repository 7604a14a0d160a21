package io.github.alprolab.dsl.run;

import java.io.IOException;

/** What a session does in its folder. */
@FunctionalInterface
public interface Work {
    /**
     * Does it, or what is missing of it.
     *
     * @throws IOException when a file cannot be read or written; the run is then FAILED
     */
    Ending in(Workplace place) throws IOException;
}
