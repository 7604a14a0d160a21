package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What the scripts of moving sprites hold, counted without rendering anything. */
public final class SpriteStatistics {
    private SpriteStatistics() {}

    /** One row per action: how many sprites do it, in each split. */
    public static Table actions(MovingSprites corpus) {
        return counts(corpus, "action", script -> each(script, track -> track.action().name()));
    }

    /** One row per noun: how many sprites show it, in each split. */
    public static Table nouns(MovingSprites corpus) {
        return counts(corpus, "noun", script -> each(script, track -> track.noun().name()));
    }

    /** One row per number of sprites in a clip: clips of each split. */
    public static Table sprites(MovingSprites corpus) {
        return counts(corpus, "sprites", s -> Stream.of(String.valueOf(s.tracks().size())));
    }

    /** One row per background: clips of each split. */
    public static Table backgrounds(MovingSprites corpus) {
        return counts(corpus, "background", s -> Stream.of(s.background().kind().name()));
    }

    /**
     * One row per split and question type: questions, different answers, and the share of the most
     * frequent one, which is what guessing reaches.
     */
    public static Table questions(MovingSprites corpus) {
        StringColumn split = StringColumn.create("split");
        StringColumn type = StringColumn.create("type");
        IntColumn count = IntColumn.create("questions");
        IntColumn answers = IntColumn.create("answers");
        DoubleColumn guess = DoubleColumn.create("majority share");
        for (Split part : Split.values()) {
            Map<QuestionType, List<SpriteQuestion>> byType =
                    corpus.questions(part).stream()
                            .collect(Collectors.groupingBy(q -> q.question().type()));
            new TreeMap<>(byType)
                    .forEach(
                            (kind, asked) -> {
                                Map<String, Integer> given =
                                        count(asked.stream().map(q -> q.question().answer()));
                                int most = Collections.max(given.values());
                                split.append(part.name());
                                type.append(kind.name());
                                count.append(asked.size());
                                answers.append(given.size());
                                guess.append((double) most / asked.size());
                            });
        }
        return Table.create(corpus.name() + ": questions", split, type, count, answers, guess);
    }

    private static Table counts(
            MovingSprites corpus, String what, Function<SpriteScript, Stream<String>> values) {
        Map<String, int[]> rows = new TreeMap<>();
        for (Split split : Split.values()) {
            count(corpus.scripts(split).stream().flatMap(values))
                    .forEach(
                            (value, n) ->
                                    rows.computeIfAbsent(value, v -> new int[3])[split.ordinal()] =
                                            n);
        }
        Table table =
                Table.create(corpus.name() + ": " + what, StringColumn.create(what, rows.keySet()));
        for (Split split : Split.values()) {
            int[] column = rows.values().stream().mapToInt(r -> r[split.ordinal()]).toArray();
            table.addColumns(IntColumn.create(split.name(), column));
        }
        return table;
    }

    private static Stream<String> each(SpriteScript script, Function<SpriteTrack, String> part) {
        return script.tracks().stream().map(part);
    }

    private static Map<String, Integer> count(Stream<String> values) {
        return values.collect(
                Collectors.groupingBy(v -> v, TreeMap::new, Collectors.summingInt(v -> 1)));
    }
}
