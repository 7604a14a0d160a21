package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.RankHistogram;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A measured retrieval: ranks, similarities, and free search. */
public final class RetrievalRun implements Run {
    private final RunFolder folder;
    private final Scores scores;
    private final Pairs pairs;
    private final Checkpoint checkpoint;
    private final Reranking reranking;
    // Encoded once, at the first search.
    private Optional<VideoFeatures> features = Optional.empty();

    RetrievalRun(
            RunFolder folder,
            Scores scores,
            Pairs pairs,
            Checkpoint checkpoint,
            Reranking reranking) {
        this.folder = folder;
        this.scores = scores;
        this.pairs = pairs;
        this.checkpoint = checkpoint;
        this.reranking = reranking;
    }

    /** R@1, R@5, R@10, median and mean rank in both directions, beside chance. */
    @Override
    public DataTable metrics() {
        return RecallTable.of(scores, split());
    }

    /**
     * All texts against all clips, ordered by what is seen in them, so that what is alike lies
     * together; right pairs lie on the diagonal.
     */
    public Figure similarity() {
        return similarity(scores.ids().size());
    }

    /**
     * The same for some of them, spread evenly over that order, with room to see single pairs.
     *
     * @param most number of texts and of clips, at least 1
     */
    public Figure similarity(int most) {
        Range.atLeast(1, most, "similarity");
        return saved("similarity.png", Figure.of(SimilarityMap.of(scores, most)));
    }

    /** How the ranks of the right clips are spread, with the recall curve. */
    public Figure ranks() {
        return saved(
                "ranks.png",
                Figure.of(
                        RankHistogram.of(
                                "Rank of the right clip · %d texts"
                                        .formatted(scores.captions().size()),
                                scores.captions().size(),
                                Arrays.stream(scores.textToVideo()).boxed().toList())));
    }

    /**
     * The clips that fit any sentence best. Clips that really have it as their caption are marked
     * as right and the others as wrong; where no clip has it, none is marked.
     *
     * @param text not blank
     * @param most number of clips, at least 1
     */
    public Figure search(String text, int most) {
        Range.atLeast(1, most, "search");
        if (text.isBlank()) {
            throw new AdviceException(
                    "C27",
                    "The text to search for is blank.",
                    "run.search(\"a dog moves left\", 5)");
        }
        double[] row =
                RetrievalSession.with(
                                pairs,
                                checkpoint,
                                model -> model.rank(List.of(text), encoded(), reranking))
                        .textToVideo()[0];
        List<Pair> all = pairs.all();
        boolean known = all.stream().anyMatch(p -> hasCaption(p, text));
        List<Strip> strips =
                best(row, most)
                        .mapToObj(
                                i ->
                                        strip(
                                                all.get(i),
                                                known
                                                        ? verdict(hasCaption(all.get(i), text))
                                                        : Verdict.OPEN,
                                                row,
                                                i))
                        .toList();
        return Figure.of(
                new StripSheet(
                        "“%s” · best %d of %d clips".formatted(text, strips.size(), all.size()),
                        strips));
    }

    /**
     * The captions that fit a clip best, best first; its own is marked.
     *
     * @param clip one of {@link Pairs} that was evaluated
     * @param most number of captions, at least 1
     */
    public DataTable captions(Clip clip, int most) {
        Range.atLeast(1, most, "captions");
        int column = scores.ids().indexOf(clip.id());
        if (column < 0) {
            throw new AdviceException(
                    "C27",
                    "The clip %s is none of the %d that were evaluated."
                            .formatted(clip.id(), scores.ids().size()),
                    "run.captions(pairs.only(Split.TEST).sample(1).get(0), 5)");
        }
        double[] row = RetrievalMetrics.transposed(scores.values())[column];
        List<Integer> best = best(row, most).boxed().toList();
        return DataTable.of("Captions for " + clip.id())
                .whole("rank", IntStream.rangeClosed(1, best.size()).boxed().toList())
                .text("caption", best.stream().map(i -> scores.captions().get(i)).toList())
                .number("similarity", best.stream().map(i -> row[i]).toList(), 2)
                .text("", best.stream().map(i -> i == column ? "✓ its own" : "").toList());
    }

    @Override
    public String name() {
        return folder.name();
    }

    @Override
    public Path folder() {
        return folder.path();
    }

    @Override
    public RunStatus state() {
        return folder.status().orElseThrow();
    }

    @Override
    public Checkpoint best() {
        return checkpoint;
    }

    @Override
    public Checkpoint last() {
        return checkpoint;
    }

    @Override
    public Showing show() {
        return metrics().show();
    }

    @Override
    public String toString() {
        return "Retrieval “" + name() + "”: " + state();
    }

    private Figure saved(String file, Figure figure) {
        return figure.save(folder.figure(file));
    }

    private String split() {
        return pairs.only().map(Enum::name).orElse("all splits");
    }

    private synchronized VideoFeatures encoded() {
        if (features.isEmpty()) {
            features = Optional.of(RetrievalSession.features(pairs, checkpoint, reranking));
        }
        return features.get();
    }

    /** Columns by descending score, stable. */
    private static IntStream best(double[] row, int most) {
        return IntStream.range(0, row.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> row[i]).reversed())
                .limit(most)
                .mapToInt(i -> i);
    }

    private Strip strip(Pair pair, Verdict verdict, double[] row, int column) {
        double least = Arrays.stream(row).min().orElseThrow();
        double most = Arrays.stream(row).max().orElseThrow();
        double share = most > least ? (row[column] - least) / (most - least) : 1;
        return pairs.clip(pair)
                .strip(
                        verdict,
                        Optional.of(new Strip.Score(share, Numbers.decimals(row[column], 2))));
    }

    private static boolean hasCaption(Pair pair, String text) {
        return pair.captions().stream().anyMatch(c -> plain(c).equals(plain(text)));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Verdict verdict(boolean right) {
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }
}
