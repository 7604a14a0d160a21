package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The clips that one text found, in the order of the run's ranking. */
public final class ClipsFound {
    private final List<Pair> pairs;
    private final Filmstrips strips;
    private final String text;
    private final RankingScores ranking;
    private final Reranking reranking;

    /** Draws a clip. */
    @FunctionalInterface
    public interface Filmstrips {
        /** With a verdict and a score. */
        Strip of(Pair pair, Verdict verdict, Optional<Strip.Score> score);
    }

    /**
     * Of a search.
     *
     * @param pairs the clips that were ranked
     * @param ranking of this one text, (1, clips)
     */
    public ClipsFound(
            List<Pair> pairs,
            Filmstrips strips,
            String text,
            RankingScores ranking,
            Reranking reranking) {
        this.pairs = List.copyOf(pairs);
        this.strips = strips;
        this.text = text;
        this.ranking = ranking;
        this.reranking = reranking;
    }

    /** The best, marked where some clip has the text as one of its captions. */
    public StripSheet sheet(int most) {
        int[] best = RankingScores.best(ranking.textToVideo()[0], most);
        boolean known = pairs.stream().anyMatch(this::hasText);
        List<Strip> found = new ArrayList<>();
        for (int place = 0; place < best.length; place++) {
            Pair pair = pairs.get(best[place]);
            Verdict verdict = known ? hasText(pair) ? Verdict.RIGHT : Verdict.WRONG : Verdict.OPEN;
            found.add(strips.of(pair, verdict, Optional.of(score(place, best[place]))));
        }
        return new StripSheet(
                "“%s” · best %d of %d clips%s"
                        .formatted(text, found.size(), pairs.size(), CaptionsFound.note(reranking)),
                found);
    }

    /** VTM's log-odds and probability where it judged; behind those VTC's score alone. */
    private Strip.Score score(int place, int clip) {
        String similarity = Numbers.decimals(ranking.similarity()[0][clip], 2);
        if (ranking.match().isEmpty()) {
            return new Strip.Score(share(ranking.similarity()[0], clip), similarity);
        }
        if (place >= reranking.candidates()) {
            return new Strip.Score(0, "VTC " + similarity);
        }
        double odds = ranking.match().orElseThrow()[0][clip];
        return new Strip.Score(1 / (1 + Math.exp(-odds)), "VTM " + Numbers.decimals(odds, 2));
    }

    private static double share(double[] row, int column) {
        double least = Arrays.stream(row).min().orElseThrow();
        double most = Arrays.stream(row).max().orElseThrow();
        return most > least ? (row[column] - least) / (most - least) : 1;
    }

    private boolean hasText(Pair pair) {
        return pair.captions().stream().anyMatch(c -> plain(c).equals(plain(text)));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
