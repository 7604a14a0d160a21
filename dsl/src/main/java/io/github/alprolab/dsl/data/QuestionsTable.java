package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.readers.AnswerLabels;
import io.github.alprolab.dsl.figure.Bar;
import io.github.alprolab.dsl.figure.Bars;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How many questions there are, and between which accuracies a model of them can be. */
public final class QuestionsTable {
    private QuestionsTable() {}

    /**
     * One row a split. The ceiling is the share of questions whose answer is told apart, the floor
     * what always giving the majority answer gets right.
     *
     * @param used the questions of each split that is left
     * @param labels the answers that are told apart
     * @param majority the most frequent of them in TRAIN, where TRAIN has one
     */
    public static DataTable of(
            String title,
            Map<Split, List<VideoQuestion>> used,
            AnswerLabels labels,
            Optional<String> majority) {
        List<Split> splits = Stream.of(Split.values()).filter(used::containsKey).toList();
        List<List<VideoQuestion>> rows = splits.stream().map(used::get).toList();
        return DataTable.of(title)
                .text("split", splits.stream().map(Split::name).toList())
                .whole("questions", each(rows, List::size))
                .whole("videos", each(rows, QuestionsTable::videos))
                .whole("answers", each(rows, r -> AnswerCounts.of(r).size()))
                .whole(
                        "of them kept",
                        each(rows, r -> AnswerCounts.of(AnswerCounts.known(r, labels)).size()))
                .text("ceiling", shares(rows, r -> AnswerCounts.coverage(r, labels)))
                .text(
                        "floor",
                        shares(
                                rows,
                                r -> majority.map(m -> AnswerCounts.accuracy(r, m)).orElse(0.0)));
    }

    private static List<Integer> each(
            List<List<VideoQuestion>> rows, Function<List<VideoQuestion>, Integer> count) {
        return rows.stream().map(count).toList();
    }

    private static int videos(List<VideoQuestion> questions) {
        return (int) questions.stream().map(q -> q.clip().id()).distinct().count();
    }

    private static List<String> shares(
            List<List<VideoQuestion>> rows, ToDoubleFunction<List<VideoQuestion>> share) {
        return rows.stream()
                .map(r -> r.isEmpty() ? "–" : Numbers.percent(share.applyAsDouble(r)))
                .toList();
    }

    /** Questions by type, all types in their order. */
    public static Bars types(String title, List<VideoQuestion> questions) {
        Map<QuestionType, Long> counts = AnswerCounts.types(questions);
        return new Bars(
                title,
                Stream.of(QuestionType.values())
                        .map(t -> bar(t, counts.getOrDefault(t, 0L), questions.size()))
                        .toList());
    }

    private static Bar bar(QuestionType type, long count, int all) {
        String share = all == 0 ? "" : " · " + Numbers.percent((double) count / all);
        return new Bar(
                type.name().toLowerCase(Locale.ROOT),
                count,
                Numbers.whole(count) + share,
                Ink.PLAIN,
                false);
    }
}
