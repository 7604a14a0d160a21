package io.github.alprolab.alpro.prompter;

/**
 * A box on the patch lattice, the same for all frames of a clip.
 *
 * @param top first row of patches
 * @param left first column of patches
 * @param height rows of patches
 * @param width columns of patches
 */
public record CropBox(int top, int left, int height, int width) {

    public CropBox {
        if (top < 0 || left < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "A crop of %d x %d patches at row %d, column %d is not a box; heights and widths start at 1, places at 0."
                            .formatted(height, width, top, left));
        }
    }

    /** Number of patches inside. */
    public int patches() {
        return height * width;
    }

    /** Whether a patch is inside. */
    public boolean contains(int row, int column) {
        return row >= top && row < top + height && column >= left && column < left + width;
    }

    /** 1 for patches inside and 0 outside, row-major (P) on a square lattice. */
    public float[] inside(int grid) {
        float[] inside = new float[grid * grid];
        for (int patch = 0; patch < inside.length; patch++) {
            inside[patch] = contains(patch / grid, patch % grid) ? 1 : 0;
        }
        return inside;
    }
}
