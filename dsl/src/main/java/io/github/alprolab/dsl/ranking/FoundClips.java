package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What each query found first, and where its right answer landed. */
public final class FoundClips {
    private final Scores scores;
    private final List<Query> queries;

    /**
     * A text that looked for its clip.
     *
     * @param text its place
     * @param right column of its clip
     * @param rank of that clip, 1 is best
     * @param first column of the clip that came first
     * @param score of that clip
     * @param margin by how much it beat the right one; 0 where that came first
     */
    private record Query(int text, int right, int rank, int first, double score, double margin) {}

    /** Of a measured order. */
    public FoundClips(Scores scores) {
        this.scores = scores;
        double[][] order = scores.ranking().textToVideo();
        this.queries =
                IntStream.range(0, order.length)
                        .mapToObj(text -> query(text, order[text]))
                        .toList();
    }

    private Query query(int text, double[] order) {
        int right = scores.truth().clipsOfText()[text][0];
        int first = RankingScores.best(order, 1)[0];
        int rank = scores.textToVideo()[text];
        return new Query(text, right, rank, first, order[first], order[first] - order[right]);
    }

    /** Every text with the rank of its clip, that clip, the clip that came first and its score. */
    public DataTable table(String title) {
        List<Pair> pairs = scores.pairs();
        List<String> captions = scores.captions();
        return DataTable.of(title)
                .text("query", queries.stream().map(q -> captions.get(q.text())).toList())
                .whole("rank", queries.stream().map(Query::rank).toList())
                .text("right clip", queries.stream().map(q -> pairs.get(q.right()).id()).toList())
                .text("best clip", queries.stream().map(q -> pairs.get(q.first()).id()).toList())
                .number("score", queries.stream().map(Query::score).toList(), 2);
    }

    /** Every clip with the rank of its best placed caption, and the caption that came first. */
    public DataTable tableOfClips(String title) {
        List<String> captions = scores.captions();
        double[][] order = scores.ranking().videoToText();
        List<Integer> first =
                Arrays.stream(order).map(row -> RankingScores.best(row, 1)[0]).toList();
        return DataTable.of(title)
                .text("clip", scores.pairs().stream().map(Pair::id).toList())
                .whole("rank", Arrays.stream(scores.videoToText()).boxed().toList())
                .text("own caption", scores.pairs().stream().map(p -> p.captions().get(0)).toList())
                .text("best caption", first.stream().map(captions::get).toList())
                .number(
                        "score",
                        IntStream.range(0, order.length)
                                .mapToObj(clip -> order[clip][first.get(clip)])
                                .toList(),
                        2);
    }

    /**
     * Texts whose clip did not come first, the most confident first: those that another clip beat
     * by most. Of each, the clip that came first, then the right one with its rank.
     */
    public StripSheet misses(int most, ClipsFound.Filmstrips strips) {
        List<Query> missed =
                queries.stream()
                        .filter(q -> q.rank() > 1)
                        .sorted(Comparator.comparingDouble(Query::margin).reversed())
                        .toList();
        List<Strip> shown = new ArrayList<>();
        for (Query query : missed.subList(0, Math.min(most, missed.size()))) {
            String caption = scores.captions().get(query.text());
            double right = query.score() - query.margin();
            shown.add(
                    titled(
                            strip(strips, query.first(), Verdict.WRONG, 1, query.score()),
                            "came first: " + own(query.first())));
            shown.add(
                    titled(
                            strip(strips, query.right(), Verdict.RIGHT, query.rank(), right),
                            "asked for: " + caption));
        }
        return new StripSheet(
                "%d of %d misses among %d texts · confident ones first"
                        .formatted(Math.min(most, missed.size()), missed.size(), queries.size()),
                shown);
    }

    private String own(int clip) {
        return scores.pairs().get(clip).captions().get(0);
    }

    private Strip strip(
            ClipsFound.Filmstrips strips, int clip, Verdict verdict, int rank, double score) {
        String text = "rank %d · %s".formatted(rank, Numbers.decimals(score, 2));
        return strips.of(
                scores.pairs().get(clip), verdict, Optional.of(new Strip.Score(1.0 / rank, text)));
    }

    private static Strip titled(Strip strip, String caption) {
        return new Strip(strip.id(), caption, strip.frames(), strip.verdict(), strip.score());
    }
}
