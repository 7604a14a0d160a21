package io.github.alprolab.dsl.answer;

import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.readers.AnswerLabels;
import io.github.alprolab.dsl.data.AnswerCounts;
import io.github.alprolab.dsl.record.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What needs no model: the answers that TRAIN has most often, in all and for each type of question.
 *
 * @param majority the most frequent answer of TRAIN that is told apart
 * @param byType the same for each type; a type that TRAIN lacks is answered like all others
 */
public record Levels(String majority, Map<QuestionType, String> byType) {
    private static final String FIELD = "answers";
    private static final String MAJORITY = "majority";
    private static final String TYPES = "majorities";

    public Levels {
        byType = Map.copyOf(byType);
    }

    /** Of questions of TRAIN. */
    public static Levels of(List<VideoQuestion> train, AnswerLabels labels) {
        List<VideoQuestion> known = AnswerCounts.known(train, labels);
        return new Levels(
                AnswerCounts.of(known).majority().orElse(""),
                AnswerCounts.majorities(train, labels));
    }

    /**
     * For {@code data.json}, with floor and ceiling of every split that has questions.
     *
     * @param asked the questions of each split
     */
    public Map<String, Object> json(Map<Split, List<VideoQuestion>> asked, AnswerLabels labels) {
        Map<String, Object> all = new TreeMap<>();
        all.put("kept", labels.size());
        all.put(MAJORITY, majority);
        Map<String, Object> types = new TreeMap<>();
        byType.forEach((type, answer) -> types.put(type.name(), answer));
        all.put(TYPES, types);
        asked.forEach(
                (split, some) -> {
                    if (!some.isEmpty()) {
                        all.put(
                                split.name(),
                                Map.of(
                                        "questions",
                                        some.size(),
                                        "floor",
                                        AnswerCounts.accuracy(some, majority),
                                        "ceiling",
                                        AnswerCounts.coverage(some, labels)));
                    }
                });
        return Map.of(FIELD, all);
    }

    /** From {@code data.json} of a run. */
    public static Levels read(String data) {
        Map<String, String> flat = CanonicalJson.flat(data);
        Map<QuestionType, String> types = new TreeMap<>();
        for (QuestionType type : QuestionType.values()) {
            String answer = flat.get(FIELD + "." + TYPES + "." + type);
            if (answer != null) {
                types.put(type, answer);
            }
        }
        return new Levels(flat.getOrDefault(FIELD + "." + MAJORITY, ""), types);
    }

    /** Share of some questions that the majority answer of all is right for. */
    double floor(List<GivenAnswer> some) {
        return share(some, majority);
    }

    /** The same with the majority answer of a type, which is harder to beat. */
    double floor(QuestionType type, List<GivenAnswer> some) {
        return share(some, byType.getOrDefault(type, majority));
    }

    private static double share(List<GivenAnswer> some, String answer) {
        return some.stream().mapToInt(a -> a.right().equals(answer) ? 1 : 0).average().orElse(0);
    }
}
