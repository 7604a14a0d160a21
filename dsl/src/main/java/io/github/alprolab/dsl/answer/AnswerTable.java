package io.github.alprolab.dsl.answer;

import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.figure.AccuracyBar;
import io.github.alprolab.dsl.figure.AccuracyBars;
import io.github.alprolab.dsl.figure.AnswerCard.Guess;
import io.github.alprolab.dsl.figure.Reference;
import io.github.alprolab.dsl.figure.Spread;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers as tables and bars. */
public final class AnswerTable {
    private static final int GUESSES = 3;

    private AnswerTable() {}

    /**
     * Accuracy overall and by type, each with its count, its interval and its floor.
     *
     * @param fromRandom whether it is what others are compared with: trained from random weights
     */
    public static DataTable of(GivenAnswers given, boolean fromRandom) {
        List<AnswerGroup> groups = given.groups();
        return DataTable.of(
                        "Accuracy on %s · %s questions · ceiling %s · intervals of 95 %% by Wilson"
                                .formatted(
                                        given.split(),
                                        Numbers.whole(given.answers().size()),
                                        Numbers.percent(given.ceiling())))
                .text("questions", groups.stream().map(AnswerGroup::name).toList())
                .whole("number", groups.stream().map(AnswerGroup::count).toList())
                .whole("right", groups.stream().map(AnswerGroup::right).toList())
                .share("accuracy", groups.stream().map(AnswerGroup::accuracy).toList())
                .text("95 % interval", groups.stream().map(g -> words(g.interval())).toList())
                .share("majority answer", groups.stream().map(AnswerGroup::floor).toList())
                .text("above it", groups.stream().map(AnswerTable::above).toList())
                .metrics(CanonicalJson.line(json(given, groups, fromRandom)));
    }

    private static String words(Spread interval) {
        return "%s – %s"
                .formatted(
                        Numbers.decimals(100 * interval.low(), 1),
                        Numbers.percent(interval.high()));
    }

    private static String above(AnswerGroup group) {
        double difference = group.accuracy() - group.floor();
        return "%s%s points"
                .formatted(
                        difference < 0 ? "−" : "+",
                        Numbers.decimals(100 * Math.abs(difference), 1));
    }

    private static Map<String, Object> json(
            GivenAnswers given, List<AnswerGroup> groups, boolean fromRandom) {
        if (fromRandom) {
            return Map.of("qa_accuracy", Map.of("from_random", groups.get(0).accuracy()));
        }
        Map<String, Object> types = new TreeMap<>();
        groups.stream().skip(1).forEach(g -> types.put(g.name(), levels(g)));
        Map<String, Object> all = new TreeMap<>(levels(groups.get(0)));
        all.put("ceiling", given.ceiling());
        all.put("types", types);
        return Map.of("qa_accuracy", all);
    }

    private static Map<String, Object> levels(AnswerGroup group) {
        return Map.of("value", group.accuracy(), "majority", group.floor());
    }

    /** The final figures, to be compared with those of another run. */
    static List<Scored> scored(GivenAnswers given) {
        return given.groups().stream()
                .map(g -> new Scored(metric(g), given.split(), g.accuracy(), g.count()))
                .toList();
    }

    private static Metric metric(AnswerGroup group) {
        Metric all = Metric.ANSWER_ACCURACY.with(Chance.of("majority answer", group.floor()));
        return group.name().equals("all")
                ? all
                : new Metric(
                        all.name() + "_" + group.name().toUpperCase(Locale.ROOT),
                        all.title() + ", " + group.name(),
                        all.kind(),
                        all.better(),
                        all.chance(),
                        all.colour());
    }

    /** Accuracy overall and by type, each beside its floor. */
    public static AccuracyBars bars(GivenAnswers given) {
        return new AccuracyBars(
                "Accuracy by type · %s · %s questions"
                        .formatted(given.split(), Numbers.whole(given.answers().size())),
                "majority answer",
                given.groups().stream().map(AnswerTable::bar).toList(),
                Optional.of(
                        new Reference(
                                "ceiling " + Numbers.percent(given.ceiling()), given.ceiling())));
    }

    private static AccuracyBar bar(AnswerGroup group) {
        return new AccuracyBar(
                group.name(),
                group.count(),
                group.accuracy(),
                OptionalDouble.of(group.floor()),
                Optional.of(group.interval()));
    }

    /** One row a question. */
    public static DataTable results(GivenAnswers given) {
        List<GivenAnswer> all = given.answers();
        return DataTable.of(
                        "Answers on %s · %s questions"
                                .formatted(given.split(), Numbers.whole(all.size())))
                .text("clip", each(all, GivenAnswer::clip))
                .text("type", each(all, a -> a.type().name().toLowerCase(Locale.ROOT)))
                .text("question", each(all, GivenAnswer::question))
                .text("right answer", each(all, GivenAnswer::right))
                .text("answer", each(all, GivenAnswer::answer))
                .share("probability", all.stream().map(GivenAnswer::confidence).toList())
                .text("right", each(all, a -> a.isRight() ? "✓" : "✗"));
    }

    /**
     * The likeliest answers to questions whose right ones nobody knows.
     *
     * @param asked clips, each with a question as its first caption
     * @param guesses best first
     */
    public static DataTable predictions(List<Pair> asked, List<List<Guess>> guesses) {
        DataTable table =
                DataTable.of("Answers to %s questions".formatted(Numbers.whole(asked.size())))
                        .text("clip", each(asked, Pair::id))
                        .text("question", each(asked, p -> p.captions().get(0)));
        for (int k = 0; k < GUESSES; k++) {
            int place = k;
            String name = k == 0 ? "answer" : "answer " + (k + 1);
            table =
                    table.text(name, each(guesses, g -> answer(g, place)))
                            .share(
                                    k == 0 ? "probability" : "probability " + (k + 1),
                                    guesses.stream().map(g -> probability(g, place)).toList());
        }
        return table;
    }

    private static String answer(List<Guess> guesses, int place) {
        return place < guesses.size() ? guesses.get(place).answer() : "";
    }

    private static double probability(List<Guess> guesses, int place) {
        return place < guesses.size() ? guesses.get(place).probability() : Double.NaN;
    }

    private static <T> List<String> each(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toList();
    }
}
