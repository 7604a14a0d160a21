package io.github.alprolab.dsl.embedding;

/**
 * How a gallery is searched.
 *
 * @param rerank how many of the nearest VTM puts in order; 0 for none
 * @param recall share of the truly nearest that is asked for; 1 compares every vector
 */
public record GallerySearch(int rerank, double recall) {
    /** Every vector is compared, and VTC's order stays. */
    public static GallerySearch exact() {
        return new GallerySearch(0, 1);
    }

    boolean isExact() {
        return recall >= 1;
    }
}
