package io.github.alprolab.dsl.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nearest of some thousand vectors, by comparing all and by the graph. */
class VectorIndexTest {
    private static final int WIDTH = 23;
    private static final int COUNT = 2500;

    @TempDir Path folder;

    private static float[][] vectors(int count, long seed) {
        Random random = new Random(seed);
        float[][] all = new float[count][WIDTH];
        for (float[] vector : all) {
            double length = 0;
            for (int i = 0; i < WIDTH; i++) {
                vector[i] = (float) random.nextGaussian();
                length += vector[i] * vector[i];
            }
            for (int i = 0; i < WIDTH; i++) {
                vector[i] /= (float) Math.sqrt(length);
            }
        }
        return all;
    }

    private static ExactIndex exact(float[][] all) {
        ExactIndex index = new ExactIndex(WIDTH);
        Arrays.stream(all).forEach(index::add);
        return index;
    }

    private static double cosine(float[] a, float[] b) {
        return IntStream.range(0, WIDTH).mapToDouble(i -> (double) a[i] * b[i]).sum();
    }

    private static List<Integer> positions(List<Hit> hits) {
        return hits.stream().map(Hit::position).toList();
    }

    @Test
    void theOracleFindsWhatSortingAllFinds() {
        float[][] all = vectors(COUNT, 1);
        float[][] queries = vectors(19, 2);
        ExactIndex index = exact(all);

        List<List<Hit>> found = index.search(queries, 12);

        for (int q = 0; q < queries.length; q++) {
            float[] query = queries[q];
            List<Integer> sorted =
                    IntStream.range(0, COUNT)
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> -cosine(all[i], query)))
                            .limit(12)
                            .toList();
            assertThat(positions(found.get(q))).isEqualTo(sorted);
            Hit first = found.get(q).get(0);
            assertThat((double) first.cosine())
                    .isCloseTo(
                            cosine(all[first.position()], query),
                            org.assertj.core.api.Assertions.within(1e-5));
        }
    }

    @Test
    void positionsWithoutAVectorAreNeverFound() {
        float[][] all = vectors(5, 1);
        ExactIndex index = new ExactIndex(WIDTH);
        index.skip();
        Arrays.stream(all).forEach(index::add);
        index.remove(2);

        assertThat(positions(index.search(new float[][] {all[1]}, 10).get(0)))
                .hasSize(4)
                .doesNotContain(0, 2);
        assertThat(index.vector(3)).isEqualTo(all[2]);
        assertThat(index.searched()).isEqualTo(4);
        assertThat(new ExactIndex(WIDTH).search(all, 3)).allMatch(List::isEmpty);
        assertThatThrownBy(() -> index.add(new float[3])).hasMessageContaining("23 numbers");
    }

    @Test
    void theBeamIsWidenedUntilTheAskedShareIsFound() {
        float[][] queries = vectors(50, 3);
        ExactIndex vectors = exact(vectors(COUNT, 1));
        GraphWriter.update(folder, "mine", vectors, List.of(), "", at -> {});

        Recall.Measured little = GraphWriter.measure(folder, "mine", vectors, queries, 0.5);
        Recall.Measured much = GraphWriter.measure(folder, "mine", vectors, queries, 0.99);

        assertThat(much.recall()).isGreaterThanOrEqualTo(0.99);
        assertThat(much.beam()).isGreaterThan(little.beam());
        try (GraphIndex index = GraphIndex.open(folder, "mine")) {
            assertThat(index.facts().beam()).isEqualTo(much.beam());
            assertThat(Recall.of(vectors.search(queries, 10), index.search(queries, 10)))
                    .isEqualTo(much.recall());
        }
    }

    @Test
    void vectorsComeAndGoWithoutBuildingAnew() {
        float[][] all = vectors(300, 1);
        ExactIndex vectors = exact(all);
        GraphWriter.update(folder, "mine", vectors, List.of(), "", at -> {});
        float[] extra = vectors(1, 9)[0];
        vectors.add(extra);
        GraphWriter.update(folder, "mine", vectors, List.of(7), "7", at -> {});

        try (GraphIndex index = GraphIndex.open(folder, "mine")) {
            assertThat(index.searched()).isEqualTo(300);
            assertThat(positions(index.search(new float[][] {extra}, 1).get(0)))
                    .containsExactly(300);
            assertThat(positions(index.search(new float[][] {all[7]}, 300).get(0)))
                    .doesNotContain(7);
            assertThat(index.facts().positions()).isEqualTo(301);
        }
    }

    @Test
    void anIndexOfOthersIsRefusedInWords() throws IOException {
        GraphWriter.update(folder, "mine", exact(vectors(9, 1)), List.of(), "", at -> {});
        Path foreign = folder.resolve("foreign");
        try (FSDirectory directory = FSDirectory.open(foreign);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.commit();
        }

        assertThatThrownBy(() -> GraphIndex.open(folder, "yours"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C52", "another gallery", "Delete that folder");
        assertThatThrownBy(() -> GraphIndex.open(foreign, "mine"))
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C52", "another program");
        assertThat(GraphIndex.exists(folder.resolve("nothing"))).isFalse();
    }
}
