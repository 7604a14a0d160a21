package io.github.alprolab.alpro.checkpoint;

/** How learned positions in space are resized for another number of patches. */
public enum PositionRule {
    /**
     * As the square map that they are: nearest row and nearest column (docs/method.md section 1.2).
     */
    GRID,

    /**
     * As one line of patches, which breaks the rows: what the published loader does (docs/method.md
     * section 2.6). For comparison with it alone.
     */
    REFERENCE_COMPATIBLE_LIST
}
