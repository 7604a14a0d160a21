package io.github.alprolab.bench.gpu;

import java.io.IOException;

/** One thing that is looked at. */
interface Part {
    /** In a few words. */
    String name();

    /** Whether it says nothing on a CPU. */
    boolean needsGpu();

    /**
     * Looks.
     *
     * @throws IOException when a file cannot be read or written
     */
    Found look(Place place) throws IOException, InterruptedException;
}
