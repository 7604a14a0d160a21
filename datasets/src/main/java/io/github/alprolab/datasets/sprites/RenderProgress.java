package io.github.alprolab.datasets.sprites;

/** Hears how far the rendering of clips is. Called by one thread at a time. */
@FunctionalInterface
public interface RenderProgress {
    /**
     * @param ready clips that exist, including those found in the cache
     * @param total clips wanted
     */
    void ready(int ready, int total);

    /** Hears nothing. */
    static RenderProgress silent() {
        return (ready, total) -> {};
    }
}
