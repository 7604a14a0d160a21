package io.github.alprolab.datasets.augmentation;

import java.util.function.IntFunction;

/**
 * What is done to videos and to still pictures.
 *
 * @param mirrors whether left and right are exchanged at times
 */
record AugmentationRule(Kind video, Kind still, boolean mirrors) {
    private static final double PUBLISHED_SCALE = 256.0 / 224;

    /** A fifth of the area of a picture of this scale has nearly the pixels of the result. */
    private static final double PICTURE_SCALE = 2;

    private static final double FLIPPED = 0.5;

    private static final AugmentationRule NONE =
            same(Kind.of(1, size -> (frames, random) -> frames));

    /**
     * Of clips of one kind.
     *
     * @param scale decoded size by the size of the result
     * @param change to the size of the result
     */
    record Kind(double scale, IntFunction<FrameChange> change) {
        static Kind of(double scale, IntFunction<FrameChange> change) {
            return new Kind(scale, change);
        }

        int decodeSize(int size) {
            return (int) Math.round(size * scale);
        }
    }

    private static AugmentationRule same(Kind kind) {
        return new AugmentationRule(kind, kind, false);
    }

    static AugmentationRule none() {
        return NONE;
    }

    static AugmentationRule crop() {
        return same(Kind.of(PUBLISHED_SCALE, RandomCrop::new));
    }

    static AugmentationRule maskedCrop(double share) {
        return same(Kind.of(1, size -> MaskedCrop.likePem(size, share)));
    }

    static AugmentationRule published() {
        RandAugment video = RandAugment.publishedVideo();
        RandAugment still = RandAugment.publishedImage();
        return new AugmentationRule(
                Kind.of(PUBLISHED_SCALE, size -> new RandomCrop(size).then(video)),
                Kind.of(
                        PICTURE_SCALE,
                        size ->
                                RandomResizedCrop.published(size)
                                        .then(new RandomFlip(FLIPPED))
                                        .then(still)),
                true);
    }

    static AugmentationRule effective(double magnitude) {
        RandAugment operations = RandAugment.effective().magnitude(magnitude);
        return new AugmentationRule(
                Kind.of(PUBLISHED_SCALE, size -> new RandomCrop(size).then(operations)),
                Kind.of(PICTURE_SCALE, size -> RandomResizedCrop.published(size).then(operations)),
                false);
    }

    static AugmentationRule own(FrameChange change) {
        return same(Kind.of(1, size -> change));
    }
}
