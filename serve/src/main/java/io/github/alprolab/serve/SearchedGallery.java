package io.github.alprolab.serve;

import java.util.List;

/** What is served: clips by their rows from 0. Asked by several threads at once. */
interface SearchedGallery {
    /** What people call it. */
    String name();

    /** How many clips there are. */
    int clips();

    /**
     * The clips nearest to a text, best first.
     *
     * @param most at least 1
     */
    List<Hit> search(String text, int most);

    /**
     * Frames of a clip side by side, as JPEG.
     *
     * @param row 0 to {@link #clips} - 1
     */
    byte[] strip(int row);

    /**
     * A clip that was found.
     *
     * @param row of it
     * @param score cosine of text and clip
     */
    record Hit(int row, String id, String caption, double score) {}
}
