package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.data.MixedPart;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.survey.ReadablePairs;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is trained and validated on.
 *
 * @param parts the data sets, of which every update draws one; at least one
 * @param sampling which frames a training clip shows
 * @param augmentation how training clips are changed
 * @param words longest text in word pieces, start and end included
 * @param cache decoded clips, shared by all users of them
 * @param unreadable what training does about a clip that cannot be read; validation never puts
 *     another in its place
 */
public record TrainingData(
        List<MixedPart> parts,
        FrameSampling sampling,
        Augmentation augmentation,
        int words,
        FrameCache cache,
        UnreadableClips unreadable) {
    private static final int CHECKING_THREADS = 2;

    /** One data set, clips as they are; fails on a clip that cannot be read. */
    public TrainingData(
            List<Pair> train,
            List<Pair> validation,
            FrameSampling sampling,
            int words,
            FrameCache cache) {
        this(
                List.of(MixedPart.whole(train, validation)),
                sampling,
                Augmentation.none(),
                words,
                cache,
                UnreadableClips.FAIL);
    }

    public TrainingData {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("No data set is given; at least one is needed.");
        }
    }

    /** The training pairs of all data sets. */
    public List<Pair> train() {
        return parts.stream().flatMap(p -> p.train().stream()).toList();
    }

    /** The validation pairs of all data sets. */
    public List<Pair> validation() {
        return parts.stream().flatMap(p -> p.validation().stream()).toList();
    }

    /** With another answer to clips that cannot be read. */
    public TrainingData unreadable(UnreadableClips policy) {
        return new TrainingData(parts, sampling, augmentation, words, cache, policy);
    }

    /** With changes to training clips. */
    public TrainingData augmentation(Augmentation changes) {
        return new TrainingData(parts, sampling, changes, words, cache, unreadable);
    }

    /**
     * Where clips that cannot be read are to be skipped: reads all clips and leaves those out that
     * cannot be, telling how many and why. Else the same data, unread.
     */
    public TrainingData readable(Consumer<String> told) {
        if (unreadable != UnreadableClips.SKIP) {
            return this;
        }
        List<MixedPart> sound = parts.stream().map(p -> readable(p, told)).toList();
        return new TrainingData(sound, sampling, augmentation, words, cache, UnreadableClips.FAIL);
    }

    private MixedPart readable(MixedPart part, Consumer<String> told) {
        String of = parts.size() == 1 ? "" : " of " + part.name();
        return new MixedPart(
                part.name(),
                readable("TRAIN" + of, part.train(), told),
                readable("VALIDATION" + of, part.validation(), told),
                part.share());
    }

    private static List<Pair> readable(String name, List<Pair> pairs, Consumer<String> told) {
        ReadablePairs checked = ReadablePairs.check(pairs, CHECKING_THREADS);
        told.accept(name + ": " + checked);
        return checked.pairs();
    }
}
