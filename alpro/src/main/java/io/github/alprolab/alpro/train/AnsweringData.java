package io.github.alprolab.alpro.train;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.readers.AnswerLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Questions to train and validate on. One whose answer is not told apart cannot be learned and is
 * left out of training; in validation it is never right.
 *
 * @param clips every clip with questions as its texts; in training several may share a clip
 * @param labels the answers that are told apart
 * @param leftOut training questions that were left out
 * @param right the right answers to the texts of a pair, by its split and id
 */
public record AnsweringData(
        TrainingData clips, AnswerLabels labels, int leftOut, Map<String, List<String>> right) {
    public AnsweringData {
        right = Map.copyOf(right);
    }

    /**
     * Clips as they are; fails on one that cannot be read.
     *
     * @param perClip most questions about a clip that are asked at once, so that it is encoded once
     *     for all of them; 1 as published
     * @param sampling which frames a training clip shows
     * @param words longest question in word pieces, start and end included
     * @throws IllegalArgumentException when two questions of a split have one id
     */
    public static AnsweringData of(
            List<VideoQuestion> train,
            List<VideoQuestion> validation,
            AnswerLabels labels,
            int perClip,
            FrameSampling sampling,
            int words,
            FrameCache cache) {
        List<VideoQuestion> known =
                train.stream().filter(q -> labels.index(q.answer()).isPresent()).toList();
        Map<String, List<String>> right = new HashMap<>();
        TrainingData clips =
                new TrainingData(
                        pairs(together(known, perClip), right),
                        pairs(together(validation, 1), right),
                        sampling,
                        words,
                        cache);
        return new AnsweringData(clips, labels, train.size() - known.size(), right);
    }

    /** Questions about one clip in groups, clips and questions in their order. */
    private static List<List<VideoQuestion>> together(List<VideoQuestion> asked, int most) {
        Map<ClipSource, List<VideoQuestion>> ofClip = new LinkedHashMap<>();
        asked.forEach(q -> ofClip.computeIfAbsent(q.clip(), c -> new ArrayList<>()).add(q));
        List<List<VideoQuestion>> groups = new ArrayList<>();
        for (List<VideoQuestion> all : ofClip.values()) {
            for (int start = 0; start < all.size(); start += most) {
                groups.add(all.subList(start, Math.min(all.size(), start + most)));
            }
        }
        return groups;
    }

    /** The groups as pairs under the ids of their first questions; keeps their answers. */
    private static List<Pair> pairs(
            List<List<VideoQuestion>> groups, Map<String, List<String>> right) {
        List<Pair> pairs = new ArrayList<>();
        for (List<VideoQuestion> group : groups) {
            VideoQuestion first = group.get(0);
            Pair pair =
                    new Pair(
                            first.question().id(),
                            first.split(),
                            first.clip(),
                            group.stream().map(VideoQuestion::text).toList(),
                            Optional.empty());
            List<String> answers = group.stream().map(VideoQuestion::answer).toList();
            if (right.put(key(pair), answers) != null) {
                throw new IllegalArgumentException(
                        "Two questions of %s are called %s; each needs a name of its own."
                                .formatted(pair.split(), pair.id()));
            }
            pairs.add(pair);
        }
        return pairs;
    }

    private static String key(Pair pair) {
        return pair.split() + " " + pair.id();
    }

    /** With another look at the clips of the same questions. */
    public AnsweringData clips(TrainingData others) {
        return new AnsweringData(others, labels, leftOut, right);
    }

    /** With changes to training clips. */
    public AnsweringData augmentation(Augmentation changes) {
        return clips(clips.augmentation(changes));
    }

    /** The places of the right answers to all texts of a pair; empty where not told apart. */
    List<OptionalInt> labels(Pair asked) {
        return right.get(key(asked)).stream().map(labels::index).toList();
    }

    /**
     * Share of the validation questions that the most frequent answer of training is right for, 0
     * to 1; NaN where there are none. Of equally frequent answers the first one counts.
     */
    double floor() {
        int[] counts = new int[labels.size()];
        clips.train().stream()
                .flatMap(p -> labels(p).stream())
                .forEach(label -> counts[label.orElseThrow()]++);
        int most =
                IntStream.range(0, counts.length)
                        .reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
        return clips.validation().stream()
                .flatMap(p -> labels(p).stream())
                .mapToInt(label -> label.orElse(-1) == most ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Training questions. */
    int learned() {
        return clips.train().stream().mapToInt(p -> p.captions().size()).sum();
    }

    /** What answers and training questions these are, in words that differ where they differ. */
    String identity() {
        Digest digest = Digest.sha256();
        labels.answers().forEach(digest::add);
        for (Pair pair : clips.train()) {
            digest.add(key(pair));
            right.get(key(pair)).forEach(digest::add);
        }
        return labels.size() + " answers " + digest.hex();
    }
}
