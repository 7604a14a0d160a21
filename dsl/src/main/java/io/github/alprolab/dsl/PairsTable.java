package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One row a split: how much there is, how long captions and clips are. */
final class PairsTable {
    private PairsTable() {}

    static DataTable of(Pairs pairs) {
        List<Split> splits =
                Stream.of(Split.values())
                        .filter(s -> pairs.only().isEmpty() || pairs.only().get() == s)
                        .toList();
        return DataTable.of(
                        "%s · %d frames of %d pixels, %s sampling · data %s · least / median / most"
                                .formatted(
                                        pairs.name(),
                                        pairs.frames(),
                                        pairs.size(),
                                        pairs.sampling().name(),
                                        pairs.hash().substring(0, 8)))
                .text("split", splits.stream().map(Split::name).toList())
                .whole("clips", each(splits, pairs, List::size))
                .whole("captions", each(splits, pairs, PairsTable::captions))
                .text("words a caption", ranges(splits, pairs, PairsTable::words))
                .text("frames a clip", ranges(splits, pairs, PairsTable::lengths))
                .text("seconds a clip", splits.stream().map(s -> seconds(pairs.pairs(s))).toList());
    }

    /** Words of every caption, by white space. */
    static IntStream words(List<Pair> pairs) {
        return pairs.stream()
                .flatMap(p -> p.captions().stream())
                .mapToInt(c -> c.isBlank() ? 0 : c.strip().split("\\s+").length);
    }

    static IntStream lengths(List<Pair> pairs) {
        return pairs.stream().mapToInt(p -> p.clip().frameCount());
    }

    private static int captions(List<Pair> pairs) {
        return pairs.stream().mapToInt(p -> p.captions().size()).sum();
    }

    private static List<Integer> each(
            List<Split> splits, Pairs pairs, ToIntFunction<List<Pair>> count) {
        return splits.stream().map(s -> count.applyAsInt(pairs.pairs(s))).toList();
    }

    private static List<String> ranges(List<Split> splits, Pairs pairs, Lengths lengths) {
        return splits.stream().map(s -> range(lengths.of(pairs.pairs(s)))).toList();
    }

    private interface Lengths {
        IntStream of(List<Pair> pairs);
    }

    private static String range(IntStream lengths) {
        int[] sorted = lengths.sorted().toArray();
        return sorted.length == 0
                ? "–"
                : sorted[0] + " / " + sorted[sorted.length / 2] + " / " + sorted[sorted.length - 1];
    }

    private static String seconds(List<Pair> pairs) {
        double sum =
                pairs.stream()
                        .mapToDouble(p -> p.clip().frameCount() / p.clip().framesPerSecond())
                        .sum();
        return pairs.isEmpty() ? "–" : Numbers.decimals(sum / pairs.size(), 1);
    }
}
