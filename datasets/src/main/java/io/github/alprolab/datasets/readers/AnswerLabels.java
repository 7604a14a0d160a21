package io.github.alprolab.datasets.readers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The answers that a classifier tells apart, by index: the published {@code train_ans2label.json}
 * (docs/method.md section 7.3).
 */
public final class AnswerLabels {
    private final List<String> answers;
    private final Map<String, Integer> indices = new HashMap<>();

    private AnswerLabels(List<String> answers) {
        this.answers = List.copyOf(answers);
        for (int i = 0; i < answers.size(); i++) {
            indices.put(answers.get(i), i);
        }
    }

    /**
     * These answers, the first with index 0.
     *
     * @throws IllegalArgumentException for an answer given twice
     */
    public static AnswerLabels of(List<String> answers) {
        AnswerLabels labels = new AnswerLabels(answers);
        if (labels.indices.size() < answers.size()) {
            throw new IllegalArgumentException(
                    "%d answers are given, %d of them different; each is allowed once"
                            .formatted(answers.size(), labels.indices.size()));
        }
        return labels;
    }

    /**
     * Reads an object from answers to indices.
     *
     * @throws AnnotationException when the indices are not 0 to n − 1, each once
     */
    public static AnswerLabels read(Path json) {
        Map<Long, String> answers = new TreeMap<>();
        try (Stream<Row> rows = Rows.json(json)) {
            rows.forEach(row -> add(row, answers));
        }
        long expected = 0;
        for (long index : answers.keySet()) {
            if (index != expected++) {
                throw new AnnotationException(
                        json.toString(),
                        "gives %d answers, and none of them index %d; indices go from 0 without a gap"
                                .formatted(answers.size(), expected - 1));
            }
        }
        return new AnswerLabels(List.copyOf(answers.values()));
    }

    private static void add(Row row, Map<Long, String> answers) {
        String answer = row.text(JsonRows.KEY);
        String other = answers.put(row.whole(JsonRows.VALUE), answer);
        if (other != null) {
            throw row.fault(
                    JsonRows.VALUE, Row.shown(answer) + " has the index of " + Row.shown(other));
        }
    }

    /** The answers in the order of their indices. */
    public List<String> answers() {
        return answers;
    }

    /** How many there are. */
    public int size() {
        return answers.size();
    }

    /** The index of an answer; none when it can only be missed. */
    public OptionalInt index(String answer) {
        Integer index = indices.get(answer);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
