package io.github.alprolab.dsl.embedding;

import io.github.alprolab.dsl.index.ExactIndex;
import io.github.alprolab.dsl.index.GraphFacts;
import io.github.alprolab.dsl.index.GraphIndex;
import io.github.alprolab.dsl.index.GraphWriter;
import io.github.alprolab.dsl.index.VectorIndex;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.show.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The graph beside a gallery's shards, brought up to date when it is searched. */
final class GalleryIndex implements AutoCloseable {
    /** Queries by which the recall is measured. */
    static final int SAMPLE = 100;

    private static final int TOLD = 1000;

    private final Path folder;
    private Optional<GraphIndex> open = Optional.empty();

    GalleryIndex(Path folder) {
        this.folder = folder;
    }

    /** What finds the nearest, in words. */
    String words() {
        return open.map(GraphIndex::facts)
                .map(
                        f ->
                                "HNSW, beam %d: recall %s of exact"
                                        .formatted(f.beam(), Numbers.decimals(f.recall(), 3)))
                .orElse("HNSW");
    }

    /**
     * The graph with what was added, without what was removed, and with a beam that finds what is
     * asked.
     *
     * @param queries a sample, asked for where the recall has to be measured
     */
    VectorIndex upToDate(
            GalleryRecord record, GalleryRows rows, double recall, Supplier<float[][]> queries) {
        ExactIndex vectors = rows.vectors();
        if (!isCurrent(record, vectors)) {
            // Another process may have brought it up to date.
            open(record);
        }
        if (!isCurrent(record, vectors)) {
            update(record, vectors);
        }
        GraphFacts facts = open.orElseThrow().facts();
        if (!(facts.recall() >= recall) && !facts.isWidest()) {
            measure(record, vectors, recall, queries.get());
        }
        return open.orElseThrow();
    }

    private void open(GalleryRecord record) {
        close();
        if (GraphIndex.exists(folder)) {
            open = Optional.of(GraphIndex.open(folder, record.owner()));
        }
    }

    private boolean isCurrent(GalleryRecord record, ExactIndex vectors) {
        return open.map(GraphIndex::facts)
                .filter(f -> f.positions() == vectors.count() && f.state().equals(record.state()))
                .isPresent();
    }

    private void update(GalleryRecord record, ExactIndex vectors) {
        int from = open.map(i -> i.facts().positions()).orElse(0);
        close();
        List<Integer> gone =
                record.removed().stream().map(GalleryRecord.Removed::position).toList();
        int total = Math.max(1, vectors.count() - from);
        try (Progress progress = FrontEnd.current().start()) {
            long start = System.nanoTime();
            AtomicInteger added = new AtomicInteger();
            GraphWriter.update(
                    folder,
                    record.owner(),
                    vectors,
                    gone,
                    record.state(),
                    position -> tell(progress, added.incrementAndGet(), total, start));
        }
        open = Optional.of(GraphIndex.open(folder, record.owner()));
    }

    private static void tell(Progress progress, int done, int total, long start) {
        if (done % TOLD == 0) {
            double seconds = (System.nanoTime() - start) / 1e9;
            double left = seconds / done * (total - done);
            synchronized (progress) {
                progress.show(
                        new State(
                                "indexing", "", done, total, "vectors", List.of(), seconds, left));
            }
        }
    }

    private void measure(
            GalleryRecord record, ExactIndex vectors, double recall, float[][] queries) {
        close();
        GraphWriter.measure(folder, record.owner(), vectors, queries, recall);
        open = Optional.of(GraphIndex.open(folder, record.owner()));
    }

    @Override
    public void close() {
        open.ifPresent(GraphIndex::close);
        open = Optional.empty();
    }
}
