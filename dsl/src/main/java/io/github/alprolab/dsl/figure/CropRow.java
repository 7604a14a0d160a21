package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The same box through the frames of a clip, and what becomes of it.
 *
 * @param frames whole frames in the order of time
 * @param box the box, the same in all of them
 * @param crop a frame with everything outside the box black
 * @param mask 1 for patches inside the box, 0 outside
 * @param caption the clip's caption
 */
public record CropRow(
        List<BufferedImage> frames, ShareBox box, BufferedImage crop, Matrix mask, String caption) {
    public CropRow {
        frames = List.copyOf(frames);
    }
}
