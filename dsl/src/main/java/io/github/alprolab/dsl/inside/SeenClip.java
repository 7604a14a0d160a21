package io.github.alprolab.dsl.inside;

import io.github.alprolab.datasets.Frames;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A clip as a model is given it.
 *
 * @param id its name
 * @param caption its first caption
 * @param frames the sampled ones, square
 * @param times of the frames in words, such as 0.5 s
 */
public record SeenClip(String id, String caption, Frames frames, List<String> times) {
    public SeenClip {
        times = List.copyOf(times);
    }

    /** T. */
    int count() {
        return frames.count();
    }

    /** (T, H, W, 3). */
    byte[] pixels() {
        return frames.rgb();
    }

    List<BufferedImage> images() {
        return IntStream.range(0, count()).mapToObj(frames::image).toList();
    }

    /** The frame in the middle of time. */
    BufferedImage middle() {
        return frames.image(count() / 2);
    }

    /** What video tokens are after fusion: the mean of all frames. */
    BufferedImage mean() {
        int edge = frames.width();
        byte[] all = pixels();
        int frame = edge * frames.height() * 3;
        BufferedImage mean = new BufferedImage(edge, frames.height(), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < frame / 3; pixel++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                int sum = 0;
                for (int t = 0; t < count(); t++) {
                    sum += all[t * frame + pixel * 3 + channel] & 0xff;
                }
                rgb = rgb << 8 | Math.round((float) sum / count());
            }
            mean.setRGB(pixel % edge, pixel / edge, rgb);
        }
        return mean;
    }
}
