package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.retrieval.Rescoring;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.EngineProvider;
import io.github.alprolab.dsl.shard.LocalEngine;
import io.github.alprolab.dsl.shard.ShardEngine;
import io.github.alprolab.dsl.shard.ShardNews;
import io.github.alprolab.dsl.shard.ShardWork;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements whose shards another engine makes, which here is one of this process. */
class DividedRetrievalTest {
    /** Three batches of clips, and captions of several lengths. */
    private static final Pairs PAIRS =
            Pairs.of(
                            Datasets.movingSprites()
                                    .clips(Split.TRAIN, 20)
                                    .clips(Split.VALIDATION, 0)
                                    .clips(Split.TEST, 130))
                    .only(Split.TEST);

    private static final Engine OTHER = Engine.spark("of this test");
    private static final List<Path> MADE = new ArrayList<>();
    private static int allowed;

    @TempDir Path folder;

    private ClassLoader before;

    /** Found as Spark's is. */
    public static final class InProcess implements EngineProvider {
        @Override
        public String name() {
            return "spark";
        }

        @Override
        public ShardEngine engine(String place) {
            return new Counted(new LocalEngine());
        }
    }

    /** Does as many works as are allowed. */
    private record Counted(ShardEngine engine) implements ShardEngine {
        @Override
        public void run(List<ShardWork> works, ShardNews news) {
            List<ShardWork> some = works.subList(0, Math.min(allowed, works.size()));
            some.forEach(work -> MADE.add(work.file()));
            allowed -= some.size();
            engine.run(some, news);
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    @BeforeEach
    void offer() throws IOException {
        System.setProperty("alprolab.runs", folder.resolve("runs").toString());
        Path services = Files.createDirectories(folder.resolve("offered/META-INF/services"));
        Files.writeString(
                services.resolve(EngineProvider.class.getName()), InProcess.class.getName());
        before = Thread.currentThread().getContextClassLoader();
        URL offered = folder.resolve("offered").toUri().toURL();
        Thread.currentThread()
                .setContextClassLoader(new URLClassLoader(new URL[] {offered}, before));
        MADE.clear();
        allowed = Integer.MAX_VALUE;
    }

    @AfterEach
    void forget() {
        Thread.currentThread().setContextClassLoader(before);
        System.clearProperty("alprolab.runs");
    }

    private static Retrieval retrieval(String name) {
        return Experiment.retrieval(name)
                .pairs(PAIRS)
                .from(Checkpoint.shipped("sprites-tiny"))
                .queryBank(10);
    }

    private static void assertEqual(Retrieval whole, Retrieval divided) throws IOException {
        Path expected = whole.run().folder().resolve("results");
        Path found = divided.run(OTHER).folder().resolve("results");
        try (Stream<Path> files = Files.list(expected)) {
            for (Path file : files.toList()) {
                assertThat(found.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        assertThat(found.resolveSibling("shards")).doesNotExist();
    }

    @Test
    void aMeasurementByVtcHasTheFiguresOfOneProcessToTheLastBit() throws IOException {
        assertEqual(retrieval("whole"), retrieval("divided"));
        assertThat(MADE).hasSize(3);
    }

    @Test
    void soHasOneThatVtmPutsInOrderAndABankIsAskedFor() throws IOException {
        assertEqual(
                retrieval("whole").rerank(7).rescore(Rescoring.INVERTED_SOFTMAX),
                retrieval("divided").rerank(7).rescore(Rescoring.INVERTED_SOFTMAX));
    }

    @Test
    void soHasOneOfAllPairsThatWasStoppedAndWhoseFileWasDamaged() throws IOException {
        Retrieval divided = retrieval("divided").rerankAll().rescore(Rescoring.INVERTED_SOFTMAX);
        allowed = 5;
        assertThatThrownBy(() -> divided.run(OTHER)).isInstanceOf(CancellationException.class);
        List<Path> first = List.copyOf(MADE);
        assertThat(first).hasSize(5);
        Files.write(first.get(1), new byte[100]);
        MADE.clear();
        allowed = Integer.MAX_VALUE;

        assertEqual(retrieval("whole").rerankAll().rescore(Rescoring.INVERTED_SOFTMAX), divided);

        assertThat(MADE).contains(first.get(1)).doesNotContain(first.get(0), first.get(2));
        assertThat(MADE).doesNotHaveDuplicates();
    }

    @Test
    void theEngineOfThisProcessCutsNothing() {
        assertThat(retrieval("local").run(Engine.local()).metrics().rows()).isEqualTo(4);
        assertThat(MADE).isEmpty();
    }

    @Test
    void clipsThatLieInNoFileAndACertainGpuAreRefusedInWords() {
        Pairs drawn = Pairs.of(Datasets.colours(8, 16, 8)).frames(2).size(64).only(Split.TEST);

        assertThatThrownBy(() -> retrieval("drawn").pairs(drawn).run(OTHER))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("lies in no file");
        assertThatThrownBy(() -> retrieval("gpu").device(Device.gpu(0)).run(OTHER))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("takes the first GPU that it has");
    }
}
