package io.github.alprolab.dsl.index;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Brings an index on disk to the vectors of an oracle: adds what is new, removes what is gone, and
 * rebuilds nothing. What a dead process left half-done is not there for anybody.
 */
public final class GraphWriter {
    private static final String KEY = "key";
    private static final int MOST_MEGABYTES = 1900;

    private GraphWriter() {}

    /**
     * Writes what is missing.
     *
     * @param owner whose vectors they are
     * @param vectors all of them, with what was removed
     * @param removed positions to take out
     * @param state hash of all that was removed
     * @param told is told how many were added, from any thread
     * @throws AdviceException C52 where another process writes it, or it cannot be written
     */
    public static void update(
            Path folder,
            String owner,
            ExactIndex vectors,
            Collection<Integer> removed,
            String state,
            IntConsumer told) {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config())) {
            // As the last commit left it: another process may have written since it was last read.
            Optional<GraphFacts> before =
                    DirectoryReader.indexExists(directory)
                            ? Optional.of(GraphFacts.committed(writer.getLiveCommitData()))
                            : Optional.empty();
            before.ifPresent(facts -> facts.require(folder, owner));
            for (int position : removed) {
                writer.deleteDocuments(new Term(KEY, Integer.toString(position)));
            }
            add(writer, vectors, before.map(GraphFacts::positions).orElse(0), told);
            commit(
                    writer,
                    new GraphFacts(owner, vectors.count(), state, Recall.NEAREST, Double.NaN));
        } catch (LockObtainFailedException e) {
            throw GraphIndex.refused(folder, "is being written by another process; wait for it", e);
        } catch (IOException | IllegalArgumentException e) {
            throw GraphIndex.refused(folder, "cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Widens the beam until a share of the truly nearest is found, and writes it down.
     *
     * @param queries a sample, (queries, d)
     * @param asked share, 0 to 1
     * @return the beam with what it finds, which is less than asked where no beam finds more
     */
    public static Recall.Measured measure(
            Path folder, String owner, ExactIndex vectors, float[][] queries, double asked) {
        Recall.Measured measured;
        GraphFacts facts;
        try (GraphIndex index = GraphIndex.open(folder, owner)) {
            measured =
                    Recall.widened(index, queries, vectors.search(queries, Recall.NEAREST), asked);
            facts = index.facts();
        }
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config())) {
            commit(writer, facts.measured(measured.beam(), measured.recall()));
        } catch (IOException e) {
            throw GraphIndex.refused(folder, "cannot be written: " + e.getMessage(), e);
        }
        return measured;
    }

    private static IndexWriterConfig config() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return new IndexWriterConfig()
                // As few segments as memory allows: each is a graph of its own to search.
                .setRAMBufferSizeMB(Math.max(64, heap / 3))
                .setRAMPerThreadHardLimitMB((int) Math.min(MOST_MEGABYTES, Math.max(64, heap / 3)))
                .setCommitOnClose(false);
    }

    private static void commit(IndexWriter writer, GraphFacts facts) throws IOException {
        writer.setLiveCommitData(facts.written().entrySet());
        writer.commit();
    }

    /** On all processors, each of which grows a graph. */
    private static void add(IndexWriter writer, ExactIndex vectors, int from, IntConsumer told)
            throws IOException {
        ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
        try {
            threads.submit(
                            () ->
                                    IntStream.range(from, vectors.count())
                                            .parallel()
                                            .filter(vectors::has)
                                            .forEach(
                                                    position -> {
                                                        add(writer, vectors, position);
                                                        told.accept(position);
                                                    }))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void add(IndexWriter writer, ExactIndex vectors, int position) {
        Document document = new Document();
        document.add(new StringField(KEY, Integer.toString(position), Field.Store.NO));
        document.add(new NumericDocValuesField(GraphIndex.POSITION, position));
        document.add(
                new KnnFloatVectorField(
                        GraphIndex.VECTOR,
                        vectors.vector(position),
                        VectorSimilarityFunction.DOT_PRODUCT));
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
