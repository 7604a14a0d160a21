package io.github.alprolab.alpro.train;

import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.survey.ReadablePairs;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is trained and validated on.
 *
 * @param train training pairs, at least one batch
 * @param validation pairs that only measure
 * @param sampling which frames a training clip shows
 * @param words longest text in word pieces, start and end included
 * @param cache decoded clips, shared by all users of them
 * @param unreadable what training does about a clip that cannot be read; validation never puts
 *     another in its place
 */
public record TrainingData(
        List<Pair> train,
        List<Pair> validation,
        FrameSampling sampling,
        int words,
        FrameCache cache,
        UnreadableClips unreadable) {
    private static final int CHECKING_THREADS = 2;

    /** One that fails on a clip that cannot be read. */
    public TrainingData(
            List<Pair> train,
            List<Pair> validation,
            FrameSampling sampling,
            int words,
            FrameCache cache) {
        this(train, validation, sampling, words, cache, UnreadableClips.FAIL);
    }

    public TrainingData {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
    }

    /** The pairs that may take the place of a training pair whose clip cannot be read. */
    List<Pair> replacements() {
        return unreadable == UnreadableClips.REPLACE ? train : List.of();
    }

    /**
     * Where clips that cannot be read are to be skipped: reads all clips and leaves those out that
     * cannot be, telling how many and why. Else the same data, unread.
     */
    public TrainingData readable(Consumer<String> told) {
        return unreadable == UnreadableClips.SKIP
                ? new TrainingData(
                        readable("TRAIN", train, told),
                        readable("VALIDATION", validation, told),
                        sampling,
                        words,
                        cache)
                : this;
    }

    private static List<Pair> readable(String name, List<Pair> pairs, Consumer<String> told) {
        ReadablePairs checked = ReadablePairs.check(pairs, CHECKING_THREADS);
        told.accept(name + ": " + checked);
        return checked.pairs();
    }
}
