package io.github.alprolab.alpro.prompter;

/**
 * The crop clip: pixels inside the box stay in place, all others are 0 (docs/method.md section
 * 3.5.1).
 */
public final class CropPixels {
    private CropPixels() {}

    /**
     * Copies the boxes' pixels of every clip.
     *
     * @param pixels (B, T, H, W, 3) unsigned bytes of square frames
     * @param boxes one a clip, B
     * @param size H and W
     * @param patch edge of a patch in pixels
     * @return the same shape
     */
    public static byte[] of(byte[] pixels, CropBox[] boxes, int size, int patch) {
        byte[] crops = new byte[pixels.length];
        int frame = size * size * 3;
        int framesPerClip = pixels.length / frame / boxes.length;
        for (int f = 0; f < pixels.length / frame; f++) {
            CropBox box = boxes[f / framesPerClip];
            int bytes = box.width() * patch * 3;
            for (int y = box.top() * patch; y < (box.top() + box.height()) * patch; y++) {
                int start = f * frame + (y * size + box.left() * patch) * 3;
                System.arraycopy(pixels, start, crops, start, bytes);
            }
        }
        return crops;
    }
}
