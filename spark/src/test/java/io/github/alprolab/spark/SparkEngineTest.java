package io.github.alprolab.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.dsl.Checkpoint;
import io.github.alprolab.dsl.Clips;
import io.github.alprolab.dsl.Datasets;
import io.github.alprolab.dsl.Embedding;
import io.github.alprolab.dsl.Engine;
import io.github.alprolab.dsl.Experiment;
import io.github.alprolab.dsl.Gallery;
import io.github.alprolab.dsl.Pairs;
import io.github.alprolab.dsl.Retrieval;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Galleries by Spark in this process; {@code ./lab --spark bench spark} has a cluster. */
class SparkEngineTest {
    private static final Engine SPARK = Engine.spark("local[2]");

    @TempDir Path folder;

    private static Pairs pairs() {
        MovingSprites sprites =
                Datasets.movingSprites()
                        .clips(Split.TRAIN, 0)
                        .clips(Split.VALIDATION, 0)
                        .clips(Split.TEST, 20);
        return Pairs.of(sprites).frames(4).size(64);
    }

    private Embedding embedding(String name) {
        return Gallery.of(pairs())
                .from(Checkpoint.shipped("sprites-tiny"))
                .into(folder.resolve(name))
                .shard(8);
    }

    private List<Path> shards(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
        }
    }

    @Test
    void sparkMakesTheShardsThatThisProcessMakes() throws IOException {
        embedding("local").embed().close();
        embedding("spark").engine(SPARK).embed().close();

        List<Path> expected = shards("local");
        List<Path> found = shards("spark");
        assertThat(found).hasSameSizeAs(expected).hasSize(3);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).hasSameBinaryContentAs(expected.get(i));
        }
    }

    @Test
    void aFinishedShardIsNotDoneAgain() throws IOException {
        embedding("spark").engine(SPARK).embed().close();
        Path kept = shards("spark").get(0);
        FileTime before = Files.getLastModifiedTime(kept);
        Path lost = shards("spark").get(2);
        Files.delete(lost);

        embedding("spark").engine(SPARK).embed().close();

        assertThat(lost).exists();
        assertThat(Files.getLastModifiedTime(kept).toMillis()).isEqualTo(before.toMillis());
    }

    @Test
    void aClipThatCannotBeReadIsARowWithItsCause() throws IOException {
        Path videos = folder.resolve("videos");
        pairs().sample(2).save(videos);
        Files.write(videos.resolve("broken.mp4"), new byte[1000]);

        try (Gallery gallery =
                Gallery.of(Clips.folder(videos).frames(4).size(64))
                        .from(Checkpoint.shipped("sprites-tiny"))
                        .engine(SPARK)
                        .into(folder.resolve("spark"))
                        .embed()) {
            assertThat(gallery.size()).isEqualTo(2);
            assertThat(gallery.failures().cell(0, 0)).contains("broken");
        }
    }

    @Test
    void aMeasurementBySparkHasTheFiguresOfThisProcess() throws IOException {
        System.setProperty("alprolab.runs", folder.resolve("runs").toString());
        try {
            Path expected = retrieval("local").run().folder().resolve("results");
            Path found = retrieval("spark").run(SPARK).folder().resolve("results");

            for (String file : List.of("ranks.csv", "similarity.csv.gz", "matching.csv.gz")) {
                assertThat(found.resolve(file)).hasSameBinaryContentAs(expected.resolve(file));
            }
        } finally {
            System.clearProperty("alprolab.runs");
        }
    }

    /** Of two batches of clips. */
    private static Retrieval retrieval(String name) {
        MovingSprites sprites =
                Datasets.movingSprites()
                        .clips(Split.TRAIN, 0)
                        .clips(Split.VALIDATION, 0)
                        .clips(Split.TEST, 70);
        return Experiment.retrieval(name)
                .pairs(Pairs.of(sprites).only(Split.TEST))
                .from(Checkpoint.shipped("sprites-tiny"))
                .rerankAll();
    }

    @Test
    void aContextOfTheUsersIsUsedAndLeftRunningButNotForAnotherMaster() {
        SparkConf conf = new SparkConf().setMaster("local[1]").setAppName("of a user");
        SparkContext running = new SparkContext(conf.set("spark.ui.enabled", "false"));
        try {
            assertThatThrownBy(() -> embedding("other").engine(SPARK).embed())
                    .isInstanceOf(AdviceException.class)
                    .hasMessageContaining("C53")
                    .hasMessageContaining("local[1]");
            embedding("own").engine(Engine.spark("local[1]")).embed().close();
            assertThat(running.isStopped()).isFalse();
        } finally {
            running.stop();
        }
    }

    @Test
    void aMasterThatSparkDoesNotKnowIsRefusedInWords() {
        assertThatThrownBy(() -> embedding("spark").engine(Engine.spark("cluster")).embed())
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("Spark does not start on cluster");
    }
}
