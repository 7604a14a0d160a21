package io.github.alprolab.datasets.survey;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a data set holds, as a table with one row per split. */
public final class DatasetStatistics {
    private DatasetStatistics() {}

    /**
     * Clips, captions, words per caption (separated by white space), pictures per clip, and the
     * hash of the data. A split without clips has zeros.
     */
    public static Table of(PairDataset dataset) {
        StringColumn split = StringColumn.create("split");
        IntColumn clips = IntColumn.create("clips");
        IntColumn captions = IntColumn.create("captions");
        Spread words = new Spread("words");
        Spread frames = new Spread("frames");
        StringColumn hash = StringColumn.create("data hash");
        for (Split part : Split.values()) {
            List<Pair> pairs = dataset.pairs(part);
            split.append(part.name());
            clips.append(pairs.size());
            captions.append(pairs.stream().mapToInt(pair -> pair.captions().size()).sum());
            words.append(
                    pairs.stream()
                            .flatMap(p -> p.captions().stream())
                            .mapToInt(DatasetStatistics::words));
            frames.append(pairs.stream().mapToInt(pair -> pair.clip().frameCount()));
            hash.append(dataset.hash());
        }
        return Table.create(dataset.name(), split, clips, captions)
                .addColumns(words.least, words.median, words.most)
                .addColumns(frames.least, frames.median, frames.most, hash);
    }

    private static int words(String caption) {
        return caption.isBlank() ? 0 : caption.strip().split("\\s+").length;
    }

    private static final class Spread {
        private final IntColumn least;
        private final DoubleColumn median;
        private final IntColumn most;

        Spread(String what) {
            least = IntColumn.create(what + " min");
            median = DoubleColumn.create(what + " median");
            most = IntColumn.create(what + " max");
        }

        void append(IntStream values) {
            int[] sorted = values.sorted().toArray();
            int n = sorted.length;
            least.append(n == 0 ? 0 : sorted[0]);
            median.append(n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0);
            most.append(n == 0 ? 0 : sorted[n - 1]);
        }
    }
}
