package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.answering.Asked;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.file.Digest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Questions to train and validate on. One whose answer is not among the answers cannot be learned
 * and is left out of training; in validation it is never right.
 *
 * @param clips every clip with its question as its text
 * @param answers that the model tells apart, in order
 * @param leftOut training questions that were left out
 * @param right the right answers, by split and id of the question
 */
public record AnsweringData(
        TrainingData clips, List<String> answers, int leftOut, Map<String, String> right) {
    public AnsweringData {
        answers = List.copyOf(answers);
        right = Map.copyOf(right);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("No answers are given; at least one is needed.");
        }
    }

    /**
     * Questions with their answers, clips as they are; fails on a clip that cannot be read.
     *
     * @param sampling which frames a training clip shows
     * @param words longest question in word pieces, start and end included
     */
    public static AnsweringData of(
            List<Asked> train,
            List<Asked> validation,
            List<String> answers,
            FrameSampling sampling,
            int words,
            FrameCache cache) {
        List<Asked> known = train.stream().filter(a -> answers.contains(a.answer())).toList();
        Map<String, String> right = new HashMap<>();
        train.forEach(a -> put(right, a));
        validation.forEach(a -> put(right, a));
        return new AnsweringData(
                new TrainingData(pairs(known), pairs(validation), sampling, words, cache),
                answers,
                train.size() - known.size(),
                right);
    }

    private static void put(Map<String, String> right, Asked asked) {
        if (right.put(key(asked.pair()), asked.answer()) != null) {
            throw new IllegalArgumentException(
                    "Two questions of %s are called %s; each needs a name of its own."
                            .formatted(asked.pair().split(), asked.pair().id()));
        }
    }

    private static List<Pair> pairs(List<Asked> asked) {
        return asked.stream().map(Asked::pair).toList();
    }

    private static String key(Pair pair) {
        return pair.split() + " " + pair.id();
    }

    /** With changes to training clips. */
    public AnsweringData augmentation(Augmentation changes) {
        return new AnsweringData(clips.augmentation(changes), answers, leftOut, right);
    }

    /** The right answer to a question. */
    String answer(Pair question) {
        return right.get(key(question));
    }

    /** Its place among the answers; empty where it is none of them. */
    OptionalInt label(Pair question) {
        int place = answers.indexOf(answer(question));
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Share of validation questions whose answer is the most frequent one of training: 0 to 1. */
    double floor() {
        Map<String, Long> counts =
                clips.train().stream()
                        .collect(Collectors.groupingBy(this::answer, Collectors.counting()));
        if (counts.isEmpty() || clips.validation().isEmpty()) {
            return Double.NaN;
        }
        long most = Collections.max(counts.values());
        // Of equally frequent answers the first in the list, so that the floor is one number.
        String majority =
                answers.stream().filter(a -> counts.getOrDefault(a, 0L) == most).findFirst().get();
        return clips.validation().stream().map(this::answer).filter(majority::equals).count()
                / (double) clips.validation().size();
    }

    /** What answers and training questions these are, in words that differ where they differ. */
    String identity() {
        Digest digest = Digest.sha256();
        answers.forEach(digest::add);
        clips.train().forEach(pair -> digest.add(key(pair)).add(answer(pair)));
        return answers.size() + " answers " + digest.hex();
    }
}
