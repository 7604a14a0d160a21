package io.github.alprolab.dsl.index;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * A graph of neighbours on disk, of which a search visits a small part: Lucene's HNSW. How much it
 * visits is the beam; what that finds of the truth is measured by {@link Recall} and written down
 * with the index. Any number of processes may read it; one writes ({@link GraphWriter}).
 */
public final class GraphIndex implements VectorIndex, AutoCloseable {
    static final String VECTOR = "vector";
    static final String POSITION = "position";
    static final String FORMAT = "1";

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final GraphFacts facts;
    private final int beam;

    private GraphIndex(Directory directory, DirectoryReader reader, GraphFacts facts) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.facts = facts;
        this.beam = facts.beam();
    }

    /** Whether there is anything that could be one. */
    public static boolean exists(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens one and compares its checksums.
     *
     * @param owner whose vectors they are, as they were told to the writer
     * @throws AdviceException C52 where it is missing, damaged, of another program, or of other
     *     vectors
     */
    public static GraphIndex open(Path folder, String owner) {
        Directory directory = null;
        DirectoryReader reader = null;
        try {
            directory = FSDirectory.open(folder);
            reader = DirectoryReader.open(directory);
            GraphFacts facts = GraphFacts.of(reader.getIndexCommit().getUserData());
            facts.require(folder, owner);
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return new GraphIndex(directory, reader, facts);
        } catch (IOException | IllegalArgumentException e) {
            close(directory, reader);
            throw refused(folder, "is damaged or no index of ours: " + e.getMessage(), e);
        } catch (AdviceException e) {
            close(directory, reader);
            throw e;
        }
    }

    static AdviceException refused(Path folder, String why, Exception cause) {
        AdviceException advice =
                new AdviceException(
                        "C52",
                        "The index in %s %s.".formatted(folder, why),
                        "Delete that folder: it is made anew from the shards, which are not touched");
        if (cause != null) {
            advice.initCause(cause);
        }
        return advice;
    }

    private static void close(Directory directory, DirectoryReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
            if (directory != null) {
                directory.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known of it. */
    public GraphFacts facts() {
        return facts;
    }

    /** How many vectors are searched. */
    public int searched() {
        return reader.numDocs();
    }

    @Override
    public List<List<Hit>> search(float[][] queries, int most) {
        return search(queries, most, Math.max(most, beam));
    }

    /** The same with another beam, at least {@code most}. */
    List<List<Hit>> search(float[][] queries, int most, int width) {
        List<List<Hit>> all = new ArrayList<>();
        for (float[] query : queries) {
            all.add(search(query, most, width));
        }
        return all;
    }

    private List<Hit> search(float[] query, int most, int width) {
        try {
            ScoreDoc[] found =
                    searcher.search(new KnnFloatVectorQuery(VECTOR, query, width), most).scoreDocs;
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc doc : found) {
                // Lucene adds 1 and halves, since its scores are not negative.
                hits.add(new Hit(position(doc.doc), 2 * doc.score - 1));
            }
            return hits;
        } catch (IOException e) {
            throw refused(Path.of(directory.toString()), "cannot be read: " + e.getMessage(), e);
        }
    }

    private int position(int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues positions = leaf.reader().getNumericDocValues(POSITION);
        if (positions == null || !positions.advanceExact(document - leaf.docBase)) {
            throw new IOException("a vector has no position");
        }
        return Math.toIntExact(positions.longValue());
    }

    @Override
    public void close() {
        close(directory, reader);
    }
}
