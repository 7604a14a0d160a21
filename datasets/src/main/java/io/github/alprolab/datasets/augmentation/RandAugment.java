package io.github.alprolab.datasets.augmentation;

import static io.github.alprolab.datasets.augmentation.ImageOperation.BRIGHTNESS;
import static io.github.alprolab.datasets.augmentation.ImageOperation.CONTRAST;
import static io.github.alprolab.datasets.augmentation.ImageOperation.HORIZONTAL_FLIP;
import static io.github.alprolab.datasets.augmentation.ImageOperation.IDENTITY;
import static io.github.alprolab.datasets.augmentation.ImageOperation.ROTATE;
import static io.github.alprolab.datasets.augmentation.ImageOperation.SHARPNESS;
import static io.github.alprolab.datasets.augmentation.ImageOperation.SHEAR_X;
import static io.github.alprolab.datasets.augmentation.ImageOperation.SHEAR_Y;
import static io.github.alprolab.datasets.augmentation.ImageOperation.TRANSLATE_X;
import static io.github.alprolab.datasets.augmentation.ImageOperation.TRANSLATE_Y;
import static io.github.alprolab.datasets.augmentation.ImageOperation.WRAPPING_SHARPNESS;

import io.github.alprolab.datasets.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A few operations drawn from a list, one after the other (Cubuk et al. 2020, RandAugment).
 *
 * @param operations to draw from
 * @param count N, at least 1
 * @param magnitude M, 0..10
 * @param distinct whether one operation is drawn at most once
 * @param probability share in which a drawn operation is applied, 0..1
 * @param signed whether strengths are {@link ImageOperation#effectiveArgument} in a drawn direction
 *     instead of the published ones
 */
public record RandAugment(
        List<ImageOperation> operations,
        int count,
        double magnitude,
        boolean distinct,
        double probability,
        boolean signed)
        implements FrameChange {
    public RandAugment {
        operations = List.copyOf(operations);
        if (operations.isEmpty() || count < 1 || distinct && count > operations.size()) {
            throw new IllegalArgumentException(
                    "%s operations cannot be drawn from %s".formatted(count, operations));
        }
        if (!(magnitude >= 0 && magnitude <= 10 && probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "magnitudes are 0..10 and probabilities 0..1, got %s and %s"
                            .formatted(magnitude, probability));
        }
    }

    /**
     * Two different ones of nine at M = 5, always applied, in both directions. The flip is not
     * among them: captions speak of left and right.
     */
    public static RandAugment effective() {
        return new RandAugment(
                List.of(
                        IDENTITY,
                        CONTRAST,
                        BRIGHTNESS,
                        SHARPNESS,
                        SHEAR_X,
                        SHEAR_Y,
                        TRANSLATE_X,
                        TRANSLATE_Y,
                        ROTATE),
                2,
                5,
                true,
                1,
                true);
    }

    /**
     * As published for video: two different ones of ten at M = 5, always applied. Four of them are
     * {@linkplain #noOps() without effect}, and directions never change.
     */
    public static RandAugment publishedVideo() {
        return new RandAugment(
                List.of(
                        IDENTITY,
                        CONTRAST,
                        BRIGHTNESS,
                        WRAPPING_SHARPNESS,
                        SHEAR_X,
                        SHEAR_Y,
                        TRANSLATE_X,
                        TRANSLATE_Y,
                        ROTATE,
                        HORIZONTAL_FLIP),
                2,
                5,
                true,
                1,
                false);
    }

    /** As published for images: two of eight at M = 7, perhaps the same, each in half of draws. */
    public static RandAugment publishedImage() {
        return new RandAugment(
                List.of(
                        IDENTITY,
                        BRIGHTNESS,
                        WRAPPING_SHARPNESS,
                        SHEAR_X,
                        SHEAR_Y,
                        TRANSLATE_X,
                        TRANSLATE_Y,
                        ROTATE),
                2,
                7,
                false,
                0.5,
                false);
    }

    /** With another strength. */
    public RandAugment magnitude(double other) {
        return new RandAugment(operations, count, other, distinct, probability, signed);
    }

    /** With another number of operations. */
    public RandAugment count(int other) {
        return new RandAugment(operations, other, magnitude, distinct, probability, signed);
    }

    /** Those of the operations that change nothing at this magnitude. */
    public List<ImageOperation> noOps() {
        return operations.stream().filter(op -> op.isNeutral(argument(op, 1, false))).toList();
    }

    @Override
    public Frames apply(Frames frames, RandomGenerator random) {
        Frames changed = frames;
        for (ImageOperation operation : draw(random)) {
            boolean negative = signed && random.nextBoolean();
            double argument = argument(operation, frames.width(), negative);
            if (random.nextDouble() < probability) {
                changed = operation.apply(changed, argument);
            }
        }
        return changed;
    }

    List<ImageOperation> draw(RandomGenerator random) {
        List<ImageOperation> left = new ArrayList<>(operations);
        List<ImageOperation> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            int place = random.nextInt(left.size());
            drawn.add(distinct ? left.remove(place) : left.get(place));
        }
        return drawn;
    }

    private double argument(ImageOperation operation, int width, boolean negative) {
        return signed
                ? operation.effectiveArgument(magnitude, negative, width)
                : operation.argument(magnitude);
    }
}
