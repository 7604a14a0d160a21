package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.survey.ClipSurvey;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One row a split: how much there is, how long captions and clips are. */
public final class PairsTable {
    private PairsTable() {}

    /**
     * Of pairs.
     *
     * @param look how they are looked at, in words
     */
    public static DataTable of(UsedPairs pairs, String look) {
        List<Split> splits = Stream.of(Split.values()).filter(pairs::isLeft).toList();
        List<ClipSurvey> clips =
                splits.stream().map(s -> PairSource.survey(pairs.given(s))).toList();
        DataTable table =
                DataTable.of(
                                "%s · %s · data %s · least / median / most"
                                        .formatted(name(pairs), look, pairs.hash().substring(0, 8)))
                        .text("split", splits.stream().map(Split::name).toList())
                        .whole("clips", each(splits, pairs, List::size))
                        .whole("captions", each(splits, pairs, PairsTable::captions))
                        .text("words a caption", ranges(splits, pairs, PairsTable::words))
                        .text("frames a clip", clips.stream().map(c -> range(lengths(c))).toList())
                        .text("seconds a clip", clips.stream().map(PairsTable::seconds).toList());
        table = counted(table, "cannot be read", clips, c -> c.unreadable().size());
        return counted(table, "not looked at yet", clips, ClipSurvey::unknown);
    }

    /** With the share of the updates where data sets take turns. */
    private static String name(UsedPairs pairs) {
        List<PairPart> parts = pairs.turns();
        return parts.size() == 1
                ? pairs.name()
                : parts.stream()
                        .map(p -> p.name() + " " + Numbers.percent(p.share()))
                        .collect(Collectors.joining(", "));
    }

    /** With a column where there is something to count. */
    private static DataTable counted(
            DataTable table, String name, List<ClipSurvey> clips, ToIntFunction<ClipSurvey> count) {
        List<Integer> counts = clips.stream().map(count::applyAsInt).toList();
        return counts.stream().allMatch(n -> n == 0) ? table : table.whole(name, counts);
    }

    /** Words of every caption, by white space. */
    public static IntStream words(List<Pair> pairs) {
        return pairs.stream()
                .flatMap(p -> p.captions().stream())
                .mapToInt(c -> c.isBlank() ? 0 : c.strip().split("\\s+").length);
    }

    /** Frames of the clips that are known. */
    public static IntStream lengths(ClipSurvey clips) {
        return clips.lengths().stream().mapToInt(ClipSurvey.Length::frames);
    }

    private static int captions(List<Pair> pairs) {
        return pairs.stream().mapToInt(p -> p.captions().size()).sum();
    }

    private static List<Integer> each(
            List<Split> splits, UsedPairs pairs, ToIntFunction<List<Pair>> count) {
        return splits.stream().map(s -> count.applyAsInt(pairs.pairs(s))).toList();
    }

    private static List<String> ranges(List<Split> splits, UsedPairs pairs, Lengths lengths) {
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

    private static String seconds(ClipSurvey clips) {
        OptionalDouble mean =
                clips.lengths().stream().mapToDouble(ClipSurvey.Length::seconds).average();
        return mean.isEmpty() ? "–" : Numbers.decimals(mean.getAsDouble(), 1);
    }
}
