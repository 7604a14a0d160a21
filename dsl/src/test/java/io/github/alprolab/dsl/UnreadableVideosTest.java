package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.video.VideoWriter;
import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One video that cannot be read is told of before a training, and dealt with as the user says. */
class UnreadableVideosTest {
    private static final int CLIPS = 10;

    @TempDir Path place;
    @TempDir Path runs;

    private Tiny.Listener told;

    /** Ten videos for each split, of which number 3 of TRAIN is half there. */
    @BeforeEach
    void videos() throws IOException {
        told = Tiny.Listener.offered(Integer.MAX_VALUE);
        System.setProperty("alprolab.runs", runs.toString());
        for (String split : new String[] {"train", "val", "test"}) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < CLIPS; i++) {
                video(split + i + ".mp4", 7 * i + split.length());
                lines.append(
                        "{\"clip_name\": \"%s%d\", \"caption\": \"a dog\"}\n".formatted(split, i));
            }
            Files.writeString(place.resolve(split + ".jsonl"), lines);
        }
        halve("train3.mp4");
    }

    @AfterAll
    static void forget() {
        System.clearProperty("alprolab.runs");
    }

    private void video(String name, int level) throws IOException {
        byte[] rgb = new byte[6 * 32 * 32 * 3];
        Arrays.fill(rgb, (byte) level);
        Files.createDirectories(place.resolve("videos"));
        VideoWriter.write(place.resolve("videos").resolve(name), Frames.of(6, 32, 32, rgb), 10);
    }

    private void halve(String name) throws IOException {
        Path file = place.resolve("videos").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private Pairs pairs() {
        return Pairs.of(Datasets.jsonl(place)).frames(2).size(32);
    }

    private static PrompterTraining training(Pairs pairs) {
        return Experiment.prompter("with-broken-videos")
                .pairs(pairs)
                .encoders(Tiny.ENCODERS)
                .trainer(Tiny.TRAINER);
    }

    @Test
    void aBrokenVideoIsAFindingAndNotAnException() {
        assertThat(training(pairs()).check().all().toString())
                .contains("✗ C30  1 of 10 clips of TRAIN cannot be read {TRUNCATED=1}. First: ")
                .contains("train3.mp4: ends before the index (moov)")
                .contains("pairs.unreadable(UnreadableClips.SKIP)")
                .contains("✓ C30  Every clip of VALIDATION can be read.")
                .contains("✓ C09  Every clip has at least 2 frames.");
        assertThatThrownBy(() -> training(pairs()).run())
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C30", "nothing was run");
    }

    @Test
    void aSplitOfBrokenVideosAloneLeavesNothing() throws IOException {
        for (int i = 0; i < CLIPS; i++) {
            halve("test" + i + ".mp4");
            halve("train" + i + ".mp4");
        }
        Pairs pairs = pairs().unreadable(UnreadableClips.SKIP);
        assertThat(training(pairs).check().toString())
                .contains(
                        "✗ C35  None of the 10 clips of TRAIN can be read, and those that cannot are left out: nothing is left.");
        assertThat(pairs.describe().cell(0, 1)).isEqualTo("0");
        assertThatThrownBy(() -> pairs().only(Split.TEST).sample(1).show())
                .isInstanceOf(AdviceException.class)
                .hasMessageContainingAll("C30", "test", "UnreadableClips.SKIP");
    }

    @Test
    void theTableOfPairsCountsThem() {
        var table = pairs().describe();
        int column = table.columns().indexOf("cannot be read");
        assertThat(table.cell(0, column)).isEqualTo("1");
        assertThat(table.cell(1, column)).isEqualTo("0");
        assertThat(table.cell(0, 1)).isEqualTo("10");
        assertThat(pairs().only(Split.TEST).describe().columns()).doesNotContain("cannot be read");
    }

    @Test
    void skippedVideosAreLeftOutOfTrainingAndItsRecord() throws IOException {
        Pairs pairs = pairs().unreadable(UnreadableClips.SKIP);
        assertThat(pairs.pairs(Split.TRAIN))
                .extracting(Pair::id)
                .hasSize(9)
                .doesNotContain("train3");
        assertThat(pairs.describe().cell(0, 1)).isEqualTo("9");
        assertThat(training(pairs).check().all().toString())
                .contains("! C30  1 of 10 clips of TRAIN cannot be read {TRUNCATED=1}.")
                .contains("They are left out.")
                .contains("TRAIN has 9 pairs");

        PrompterRun run = training(pairs).run();

        assertThat(told.notes).anyMatch(n -> n.startsWith("TRAIN: 9 readable clips, 1 left out"));
        assertThat(Files.readString(run.folder().resolve("data.json")))
                .contains("\"policy\": \"SKIP\"")
                .contains("TRUNCATED train3.mp4: ends before");
    }

    @Test
    void replacedVideosAreTrainedAroundAndRecorded() throws IOException {
        Pairs pairs = pairs().unreadable(UnreadableClips.REPLACE);
        assertThat(pairs.pairs(Split.TRAIN)).hasSize(10);
        assertThat(training(pairs).check().all().toString())
                .contains("! C30  1 of 10 clips of TRAIN cannot be read")
                .contains("Other pairs take their place.");
        PrompterRun run = training(pairs).run();
        assertThat(Files.readString(run.folder().resolve("data.json"))).contains("REPLACE");
    }

    @Test
    void validationReplacesNothing() throws IOException {
        halve("val0.mp4");
        assertThat(training(pairs().unreadable(UnreadableClips.REPLACE)).check().all().toString())
                .contains("✗ C30  1 of 10 clips of VALIDATION cannot be read");
    }

    @Test
    void retrievalSkipsAndReplacesNothing() throws IOException {
        Checkpoint model = training(pairs().unreadable(UnreadableClips.SKIP)).run().best();
        halve("test5.mp4");
        Pairs test = pairs().only(Split.TEST);
        Retrieval search = Experiment.retrieval("search").pairs(test).from(model);
        for (UnreadableClips policy :
                new UnreadableClips[] {UnreadableClips.FAIL, UnreadableClips.REPLACE}) {
            assertThat(search.pairs(test.unreadable(policy)).check().all().toString())
                    .contains("✗ C30  1 of 10 clips of TEST cannot be read {TRUNCATED=1}.");
        }
        RetrievalRun run = search.pairs(test.unreadable(UnreadableClips.SKIP)).run();
        assertThat(run.metrics().title()).contains("9 clips");
    }

    @Test
    void thePolicyIsPartOfTheSettingsUnlessItIsTheDefault() {
        Pairs pairs = pairs();
        assertThat(pairs.unreadable(UnreadableClips.FAIL)).isEqualTo(pairs);
        assertThat(pairs.settings()).doesNotContainKey("unreadable");
        Pairs skipping = pairs.unreadable(UnreadableClips.SKIP);
        assertThat(skipping).isNotEqualTo(pairs);
        assertThat(skipping.unreadable()).isEqualTo(UnreadableClips.SKIP);
        assertThat(skipping.limit(4).toString()).contains(".unreadable(UnreadableClips.SKIP)");
        assertThat(skipping.limit(4).pairs(Split.TRAIN)).hasSize(3);
        assertThat(training(skipping).hash()).isNotEqualTo(training(pairs).hash());
    }
}
