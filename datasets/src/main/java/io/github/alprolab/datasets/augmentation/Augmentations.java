package io.github.alprolab.datasets.augmentation;

import java.util.Arrays;
import java.util.List;

/** Augmentations to choose from. */
public final class Augmentations {
    private static final int PUBLISHED_DECODED = 256;
    private static final int PUBLISHED_SIZE = 224;
    private static final double FLIPPED = 0.5;

    private Augmentations() {}

    /**
     * A random crop, then two different operations of {@link RandAugment#effective()}. Nothing is
     * mirrored, since captions speak of left and right.
     *
     * @param size side of the result; pictures want to be decoded at {@link #decodeSize}
     */
    public static Augmentation standard(int size) {
        return new RandomCrop(size).then(RandAugment.effective());
    }

    /** Side at which pictures are decoded for crops of this size: 256 for 224, as published. */
    public static int decodeSize(int size) {
        return Math.round((float) size * PUBLISHED_DECODED / PUBLISHED_SIZE);
    }

    /** As published for video: pictures of 256, a random crop of 224, {@code N = 2, M = 5}. */
    public static Augmentation publishedVideo() {
        return new RandomCrop(PUBLISHED_SIZE).then(RandAugment.publishedVideo());
    }

    /** As published for validation on video: a random crop and nothing else. */
    public static Augmentation publishedValidation() {
        return new RandomCrop(PUBLISHED_SIZE);
    }

    /**
     * As published for images: a random part resized to 224, mirrored half of the times, {@code N =
     * 2, M = 7}, then the one picture repeated.
     *
     * @param times pictures of the result, T
     */
    public static Augmentation publishedImage(int times) {
        return RandomResizedCrop.published(PUBLISHED_SIZE)
                .then(new RandomFlip(FLIPPED))
                .then(RandAugment.publishedImage())
                .then(repeat(times));
    }

    /**
     * The first picture so many times.
     *
     * @param times at least 1
     */
    public static Augmentation repeat(int times) {
        return (frames, random) -> frames.select(new int[times]);
    }

    /** One change after the other. */
    public static Augmentation sequence(Augmentation... changes) {
        List<Augmentation> all = Arrays.asList(changes);
        return all.stream().reduce((frames, random) -> frames, Augmentation::then);
    }
}
