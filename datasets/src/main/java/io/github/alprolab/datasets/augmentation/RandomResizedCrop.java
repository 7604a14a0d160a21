package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.Frames;
import java.util.random.RandomGenerator;

/**
 * A part of random area and shape, resized to a square (torchvision's {@code RandomResizedCrop}).
 *
 * @param resize to the final size
 * @param leastArea share of the picture's area, above 0
 * @param mostArea share of the picture's area, at most 1
 * @param narrowest least width by height, above 0
 * @param widest most width by height
 */
public record RandomResizedCrop(
        Resize resize, double leastArea, double mostArea, double narrowest, double widest)
        implements FrameChange {
    private static final int ATTEMPTS = 10;

    public RandomResizedCrop {
        if (!(leastArea > 0 && leastArea <= mostArea && mostArea <= 1)) {
            throw new IllegalArgumentException(
                    "areas are shares above 0 and up to 1, got %s..%s"
                            .formatted(leastArea, mostArea));
        }
        if (!(narrowest > 0 && narrowest <= widest)) {
            throw new IllegalArgumentException(
                    "width by height is above 0, got %s..%s".formatted(narrowest, widest));
        }
    }

    /** As published: 0.2 to all of the area, 3:4 to 4:3, bicubic. */
    public static RandomResizedCrop published(int size) {
        return new RandomResizedCrop(Resize.bicubic(size), 0.2, 1, 3.0 / 4, 4.0 / 3);
    }

    @Override
    public Frames apply(Frames frames, RandomGenerator random) {
        return resize.of(draw(frames.height(), frames.width(), random).of(frames));
    }

    /** The part of a picture of this size; the middle when ten draws do not fit. */
    Crop draw(int height, int width, RandomGenerator random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double area = (double) height * width * uniform(random, leastArea, mostArea);
            double shape = Math.exp(uniform(random, Math.log(narrowest), Math.log(widest)));
            int w = (int) Math.rint(Math.sqrt(area * shape));
            int h = (int) Math.rint(Math.sqrt(area / shape));
            if (w > 0 && w <= width && h > 0 && h <= height) {
                int top = random.nextInt(height - h + 1);
                return new Crop(top, random.nextInt(width - w + 1), h, w);
            }
        }
        return middle(height, width);
    }

    private Crop middle(int height, int width) {
        double shape = (double) width / height;
        int w = shape > widest ? (int) Math.rint(height * widest) : width;
        int h = shape < narrowest ? (int) Math.rint(width / narrowest) : height;
        return new Crop((height - h) / 2, (width - w) / 2, h, w);
    }

    private static double uniform(RandomGenerator random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}
