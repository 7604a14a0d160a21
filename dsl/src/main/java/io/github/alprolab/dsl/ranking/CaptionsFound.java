package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.dsl.table.DataTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The captions that a clip found, in the order that was measured. */
public final class CaptionsFound {
    private CaptionsFound() {}

    /**
     * Rank, caption, scores and a mark at the clip's own.
     *
     * @param clip its column
     * @param most number of captions
     */
    public static DataTable of(Scores scores, int clip, int most, Reranking reranking) {
        RankingScores ranking = scores.ranking();
        List<Integer> best =
                Arrays.stream(RankingScores.best(ranking.videoToText()[clip], most))
                        .boxed()
                        .toList();
        List<String> captions = scores.captions();
        DataTable table =
                DataTable.of("Captions for " + scores.pairs().get(clip).id() + note(reranking))
                        .whole("rank", IntStream.rangeClosed(1, best.size()).boxed().toList())
                        .text("caption", best.stream().map(captions::get).toList());
        if (ranking.match().isPresent()) {
            table = table.number("VTM log-odds", match(ranking, clip, best, reranking), 2);
        }
        return table.number(
                        "similarity",
                        best.stream().map(i -> ranking.similarity()[i][clip]).toList(),
                        2)
                .text("", marks(scores.truth().textsOfClip()[clip], best));
    }

    /** What a title says of the order. */
    static String note(Reranking reranking) {
        if (reranking.candidates() == 0) {
            return "";
        }
        return reranking.candidates() == Reranking.ALL
                ? " · by VTM"
                : " · the first %d by VTM".formatted(reranking.candidates());
    }

    /** A dash beyond the places that VTM put in order for this clip. */
    private static List<Double> match(
            RankingScores ranking, int clip, List<Integer> best, Reranking reranking) {
        double[][] odds = ranking.match().orElseThrow();
        return IntStream.range(0, best.size())
                .mapToObj(
                        place ->
                                place < reranking.candidates()
                                        ? odds[best.get(place)][clip]
                                        : Double.NaN)
                .toList();
    }

    private static List<String> marks(int[] own, List<Integer> best) {
        Set<Integer> right = Arrays.stream(own).boxed().collect(Collectors.toSet());
        return best.stream().map(i -> right.contains(i) ? "✓ its own" : "").toList();
    }
}
