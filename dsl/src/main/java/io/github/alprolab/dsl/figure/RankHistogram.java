package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often the right answer has which rank, and the share found up to a rank.
 *
 * @param gallery N, number of candidates
 * @param counts number of queries whose right answer has rank 1, 2, … N
 */
public record RankHistogram(String title, int gallery, List<Integer> counts) implements Picture {
    public RankHistogram {
        counts = List.copyOf(counts);
        if (counts.size() != gallery) {
            throw new IllegalArgumentException(
                    "%d counts are given for %d candidates; there is one a rank."
                            .formatted(counts.size(), gallery));
        }
    }

    /** Counts ranks of 1 to {@code gallery}. */
    public static RankHistogram of(String title, int gallery, Collection<Integer> ranks) {
        List<Integer> counts =
                IntStream.rangeClosed(1, gallery)
                        .mapToObj(r -> (int) ranks.stream().filter(x -> x == r).count())
                        .toList();
        return new RankHistogram(title, gallery, counts);
    }

    /** Number of queries. */
    public int queries() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Share of queries whose right answer is among the first {@code k}, 0 to 1. */
    public double recall(int k) {
        int found = counts.stream().limit(k).mapToInt(Integer::intValue).sum();
        return queries() == 0 ? 0 : (double) found / queries();
    }

    @Override
    public String kind() {
        return "Ranks of right answers";
    }

    @Override
    public Size size(int width) {
        return new Size(width, 300);
    }

    @Override
    public String words() {
        return "%d queries over %d candidates; R@1 %s, R@5 %s, R@10 %s, half found by rank %d"
                .formatted(
                        queries(),
                        gallery,
                        Numbers.percent(recall(1)),
                        Numbers.percent(recall(5)),
                        Numbers.percent(recall(10)),
                        rankOf(0.5));
    }

    /** The first rank up to which a share of the queries is answered. */
    public int rankOf(double share) {
        return IntStream.rangeClosed(1, gallery)
                .filter(k -> recall(k) >= share)
                .findFirst()
                .orElse(gallery);
    }

    @Override
    public DataTable table() {
        return DataTable.of(title)
                .whole("rank", IntStream.rangeClosed(1, gallery).boxed().toList())
                .whole("queries", counts)
                .share(
                        "found so far",
                        IntStream.rangeClosed(1, gallery).mapToObj(this::recall).toList());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        RankDrawing.paint(this, graphics, size, theme);
    }
}
