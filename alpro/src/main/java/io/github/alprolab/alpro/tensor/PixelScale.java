package io.github.alprolab.alpro.tensor;

/**
 * CLIP's figures of pixels, (3, 1, 1) each, kept on the device so that no batch brings them along.
 */
record PixelScale(Tensor mean, Tensor deviation) {

    static PixelScale in(Scope lasting) {
        return new PixelScale(
                lasting.of(new float[] {0.48145466f, 0.4578275f, 0.40821073f}, 3, 1, 1),
                lasting.of(new float[] {0.26862954f, 0.26130258f, 0.27577711f}, 3, 1, 1));
    }
}
