package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.readers.AnswerLabels;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often each answer is right, most frequent first; of equally frequent ones the first in the
 * alphabet, so that every machine gives the same.
 */
public final class AnswerCounts {
    private final List<Map.Entry<String, Long>> counts;

    private AnswerCounts(List<Map.Entry<String, Long>> counts) {
        this.counts = counts;
    }

    /** Over questions. */
    public static AnswerCounts of(List<VideoQuestion> questions) {
        return new AnswerCounts(
                questions.stream()
                        .collect(
                                Collectors.groupingBy(VideoQuestion::answer, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList());
    }

    /** How many different answers there are. */
    public int size() {
        return counts.size();
    }

    /** The most frequent ones. */
    public List<String> top(int most) {
        return counts.stream().limit(most).map(Map.Entry::getKey).toList();
    }

    /** The most frequent one; none where there is no question. */
    public Optional<String> majority() {
        return counts.stream().findFirst().map(Map.Entry::getKey);
    }

    /**
     * What always giving the most frequent answer of TRAIN that is told apart gets right: the
     * floor. Where questions are told by type, each type has its own answer.
     *
     * @param train questions of TRAIN
     * @param labels the answers that are told apart
     */
    public static Map<QuestionType, String> majorities(
            List<VideoQuestion> train, AnswerLabels labels) {
        return known(train, labels).stream()
                .collect(Collectors.groupingBy(VideoQuestion::type))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, e -> of(e.getValue()).majority().orElseThrow()));
    }

    /** Questions whose answer is told apart. */
    public static List<VideoQuestion> known(List<VideoQuestion> questions, AnswerLabels labels) {
        return questions.stream().filter(q -> labels.index(q.answer()).isPresent()).toList();
    }

    /** The share of questions whose answer is told apart, the ceiling; 0 of no question. */
    public static double coverage(List<VideoQuestion> questions, AnswerLabels labels) {
        return share(known(questions, labels).size(), questions);
    }

    /** The share of questions that one answer is right for. */
    public static double accuracy(List<VideoQuestion> questions, String answer) {
        return share(questions.stream().filter(q -> q.answer().equals(answer)).count(), questions);
    }

    private static double share(long some, List<VideoQuestion> all) {
        return all.isEmpty() ? 0 : (double) some / all.size();
    }

    /** How many questions there are of each type, in the order of the types. */
    public static Map<QuestionType, Long> types(List<VideoQuestion> questions) {
        return questions.stream()
                .map(VideoQuestion::type)
                .collect(
                        Collectors.groupingBy(
                                Function.identity(),
                                () -> new EnumMap<>(QuestionType.class),
                                Collectors.counting()));
    }
}
