package io.github.alprolab.alpro.train;

import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.readers.AnswerLabels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Questions to train and validate on. One whose answer is not told apart cannot be learned and is
 * left out of training; in validation it is never right.
 *
 * @param clips every clip with its question as its text
 * @param labels the answers that are told apart
 * @param leftOut training questions that were left out
 * @param right the right answers, by split and id of the question
 */
public record AnsweringData(
        TrainingData clips, AnswerLabels labels, int leftOut, Map<String, String> right) {
    public AnsweringData {
        right = Map.copyOf(right);
    }

    /**
     * Clips as they are; fails on one that cannot be read.
     *
     * @param sampling which frames a training clip shows
     * @param words longest question in word pieces, start and end included
     * @throws IllegalArgumentException when two questions of a split have one id
     */
    public static AnsweringData of(
            List<VideoQuestion> train,
            List<VideoQuestion> validation,
            AnswerLabels labels,
            FrameSampling sampling,
            int words,
            FrameCache cache) {
        List<VideoQuestion> known =
                train.stream().filter(q -> labels.index(q.answer()).isPresent()).toList();
        Map<String, String> right = new HashMap<>();
        train.forEach(q -> put(right, q));
        validation.forEach(q -> put(right, q));
        return new AnsweringData(
                new TrainingData(pairs(known), pairs(validation), sampling, words, cache),
                labels,
                train.size() - known.size(),
                right);
    }

    private static void put(Map<String, String> right, VideoQuestion asked) {
        if (right.put(key(asked.pair()), asked.answer()) != null) {
            throw new IllegalArgumentException(
                    "Two questions of %s are called %s; each needs a name of its own."
                            .formatted(asked.split(), asked.question().id()));
        }
    }

    private static List<Pair> pairs(List<VideoQuestion> asked) {
        return asked.stream().map(VideoQuestion::pair).toList();
    }

    private static String key(Pair pair) {
        return pair.split() + " " + pair.id();
    }

    /** With other clips or another look at them, of the same questions. */
    public AnsweringData clips(TrainingData others) {
        return new AnsweringData(others, labels, leftOut, right);
    }

    /** With changes to training clips. */
    public AnsweringData augmentation(Augmentation changes) {
        return clips(clips.augmentation(changes));
    }

    /** The place of the right answer to a question; empty where it is not told apart. */
    OptionalInt label(Pair question) {
        return labels.index(right.get(key(question)));
    }

    /**
     * Share of the validation questions that the most frequent answer of training is right for, 0
     * to 1; NaN where there are none. Of equally frequent answers the first one counts.
     */
    double floor() {
        int[] counts = new int[labels.size()];
        clips.train().forEach(q -> counts[label(q).orElseThrow()]++);
        int most =
                IntStream.range(0, counts.length)
                        .reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
        return clips.validation().stream()
                .mapToInt(q -> label(q).orElse(-1) == most ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** What answers and training questions these are, in words that differ where they differ. */
    String identity() {
        Digest digest = Digest.sha256();
        labels.answers().forEach(digest::add);
        clips.train().forEach(q -> digest.add(key(q)).add(right.get(key(q))));
        return labels.size() + " answers " + digest.hex();
    }
}
