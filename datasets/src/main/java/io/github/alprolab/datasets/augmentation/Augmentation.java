package io.github.alprolab.datasets.augmentation;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.augmentation.AugmentationRule.Kind;
import java.util.Objects;
import java.util.random.RandomGenerator;
import javax.lang.model.SourceVersion;

/**
 * How training clips are changed at random, so that a model never sees one twice alike: one change
 * for videos and one for still pictures, the same for all frames of a clip. A value; those of one
 * name are equal.
 *
 * <pre>{@code
 * pairs.augment(Augmentation.published())
 * }</pre>
 */
public final class Augmentation {
    private static final double HALF = 0.5;

    private final String name;
    private final String code;
    private final AugmentationRule rule;

    private Augmentation(String name, String code, AugmentationRule rule) {
        this.name = name;
        this.code = code;
        this.rule = rule;
    }

    private static Augmentation of(String name, AugmentationRule rule) {
        return new Augmentation(name, "Augmentation." + name + "()", rule);
    }

    /** Clips stay as they are. */
    public static Augmentation none() {
        return of("none", AugmentationRule.none());
    }

    /**
     * As published. Videos: decoded at 256 pixels for frames of 224, other sizes in proportion; a
     * square at random, then two of ten operations at magnitude 5, of which four change nothing.
     * Pictures: 0.2 to 1 of their area, mirrored half of the times, then twice one of eight
     * operations at magnitude 7, each in half of the draws. Translations are in pixels, meant for
     * frames of 224. It mirrors, so captions that speak of left and right become wrong.
     *
     * <p>Other than published, a picture is squashed to a square before its part is chosen.
     */
    public static Augmentation published() {
        return of("published", AugmentationRule.published());
    }

    /** The same parts with operations that all have an effect, at magnitude 5. */
    public static Augmentation effective() {
        return of("effective", AugmentationRule.effective(5));
    }

    /**
     * A part of the frame at random as published, then two different operations of nine, in both
     * directions and in proportion to the size of the frame. Nothing is mirrored, since captions
     * speak of left and right.
     *
     * @param magnitude strength, above 0 and up to 10
     */
    public static Augmentation effective(double magnitude) {
        if (!(magnitude > 0 && magnitude <= 10)) {
            throw new IllegalArgumentException(
                    "effective(%s) is given; allowed is above 0 and up to 10. Write Augmentation.effective(5)."
                            .formatted(magnitude));
        }
        return magnitude == 5
                ? effective()
                : new Augmentation(
                        "effective-" + magnitude,
                        "Augmentation.effective(" + magnitude + ")",
                        AugmentationRule.effective(magnitude));
    }

    /** A square at random, decoded as published, and nothing else. */
    public static Augmentation crop() {
        return of("crop", AugmentationRule.crop());
    }

    /**
     * Half of the clips through a box of 0.3 to 0.5 of the frame, with everything outside black: a
     * prompter that is trained so has seen what it will be asked about, a crop kept in its place
     * (paper section 3.3). Not of the published recipe.
     */
    public static Augmentation maskedCrop() {
        return of("maskedCrop", AugmentationRule.maskedCrop(HALF));
    }

    /**
     * The same for another share of the clips.
     *
     * @param share 0 to 1
     */
    public static Augmentation maskedCrop(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "maskedCrop(%s) is given; allowed is a share of 0 to 1. Write Augmentation.maskedCrop(0.5)."
                            .formatted(share));
        }
        return share == HALF
                ? maskedCrop()
                : new Augmentation(
                        "maskedCrop-" + share,
                        "Augmentation.maskedCrop(" + share + ")",
                        AugmentationRule.maskedCrop(share));
    }

    /**
     * A change of your own. A run's record and hash hold the name with eight digits of what the
     * change gives for a fixed set of probes, so that two changes under one name are two. The code
     * of a run reads {@code Augmentation.named("dim", dim)}: keep the change in a variable of that
     * name.
     *
     * @param name a Java name
     * @param change whose result depends on its arguments alone; it keeps number and size of the
     *     pictures
     * @throws IllegalArgumentException for another name or a change that does not keep them
     */
    public static Augmentation named(String name, FrameChange change) {
        if (!SourceVersion.isName(name) || name.contains(".")) {
            throw new IllegalArgumentException(
                    "“%s” is given as the name of an augmentation; allowed is a Java name such as dim"
                            .formatted(name));
        }
        AugmentationRule rule = AugmentationRule.own(change);
        String code = "Augmentation.named(\"%s\", %s)".formatted(name, name);
        String print = AugmentationPrint.of(new Augmentation(name, code, rule));
        return new Augmentation(name + "-" + print, code, rule);
    }

    /** What run records call it. */
    public String name() {
        return name;
    }

    /** Whether clips stay as they are. */
    public boolean isNone() {
        return rule.equals(AugmentationRule.none());
    }

    /** Whether left and right are exchanged at times, as far as is known. */
    public boolean mirrors() {
        return rule.mirrors();
    }

    /**
     * Side at which a clip is decoded for frames of a size.
     *
     * @param still whether it is a single picture
     */
    public int decodeSize(int size, boolean still) {
        return kind(still).decodeSize(size);
    }

    /** Reads pictures of a clip, such as {@code clip.frames} or those of a cache. */
    @FunctionalInterface
    public interface Reader {
        /** Same as {@link ClipSource#frames}. */
        Frames frames(ClipSource clip, int[] indices, int size);
    }

    /**
     * Pictures of a clip, changed; of a single picture all are the same one, changed once.
     *
     * @param indices positions in the clip
     * @param size side of the result in pixels
     * @param random equal draws give equal results
     */
    public Frames frames(
            Reader reader, ClipSource clip, int[] indices, int size, RandomGenerator random) {
        boolean still = clip.frameCount() == 1;
        int decoded = decodeSize(size, still);
        return still
                ? apply(reader.frames(clip, new int[1], decoded), size, true, random)
                        .select(new int[indices.length])
                : apply(reader.frames(clip, indices, decoded), size, false, random);
    }

    /**
     * Pictures of {@link #decodeSize} changed to squares of a size.
     *
     * @throws IllegalArgumentException if a change of one's own does not keep number and size
     */
    public Frames apply(Frames frames, int size, boolean still, RandomGenerator random) {
        Frames changed = kind(still).change().apply(size).apply(frames, random);
        if (changed.count() != frames.count()
                || changed.width() != size
                || changed.height() != size) {
            throw new IllegalArgumentException(
                    "the augmentation “%s” makes %s of %s; allowed are as many pictures of %s x %s"
                            .formatted(name, changed, frames, size, size));
        }
        return changed;
    }

    private Kind kind(boolean still) {
        return still ? rule.still() : rule.video();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Augmentation that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }

    /** The expression that makes it. */
    @Override
    public String toString() {
        return code;
    }
}
