package io.github.alprolab.dsl.answer;

import io.github.alprolab.datasets.QuestionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All answers of a run to the questions of a split.
 *
 * @param split that was answered
 * @param answers one a question
 * @param known the answers that the model tells apart
 * @param levels what needs no model
 */
public record GivenAnswers(
        String split, List<GivenAnswer> answers, List<String> known, Levels levels) {
    private static final long SEED = 42;

    public GivenAnswers {
        answers = List.copyOf(answers);
        known = List.copyOf(known);
    }

    /** The share of questions whose answer is told apart: no model can be right more often. */
    public double ceiling() {
        Set<String> all = new HashSet<>(known);
        return answers.stream().mapToInt(a -> all.contains(a.right()) ? 1 : 0).average().orElse(0);
    }

    /** All of them first, then those of each type that is asked for. */
    List<AnswerGroup> groups() {
        List<AnswerGroup> all = new ArrayList<>();
        all.add(new AnswerGroup("all", answers, levels.floor(answers)));
        for (QuestionType type : QuestionType.values()) {
            List<GivenAnswer> some = answers.stream().filter(a -> a.type() == type).toList();
            if (!some.isEmpty()) {
                String name = type.name().toLowerCase(Locale.ROOT);
                all.add(new AnswerGroup(name, some, levels.floor(type, some)));
            }
        }
        return all;
    }

    /** The right answers, most frequent first; equally frequent ones by their letters. */
    List<String> frequent() {
        return answers.stream()
                .collect(Collectors.groupingBy(GivenAnswer::right, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Right and wrong ones in turn, half of each as far as there are some; always the same. */
    public List<GivenAnswer> examples(int count) {
        List<GivenAnswer> right = shuffled(true);
        List<GivenAnswer> wrong = shuffled(false);
        int wanted = Math.min(count, answers.size());
        int rights = Math.max(wanted - wrong.size(), Math.min(right.size(), (wanted + 1) / 2));
        List<GivenAnswer> some = new ArrayList<>();
        for (int i = 0; some.size() < wanted; i++) {
            some.addAll(right.subList(Math.min(i, rights), Math.min(i + 1, rights)));
            some.addAll(
                    wrong.subList(Math.min(i, wanted - rights), Math.min(i + 1, wanted - rights)));
        }
        return some;
    }

    private List<GivenAnswer> shuffled(boolean right) {
        List<GivenAnswer> some =
                new ArrayList<>(answers.stream().filter(a -> a.isRight() == right).toList());
        Collections.shuffle(some, new Random(SEED));
        return some;
    }

    /** The wrong answers of which the model was most sure. */
    public List<GivenAnswer> misses(int count) {
        return answers.stream()
                .filter(a -> !a.isRight())
                .sorted(Comparator.comparingDouble(GivenAnswer::confidence).reversed())
                .limit(count)
                .toList();
    }
}
