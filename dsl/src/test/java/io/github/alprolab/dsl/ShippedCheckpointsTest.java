package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Split;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checkpoints that come with the library. */
class ShippedCheckpointsTest {
    private static final int MOST_BYTES = 15_000_000;

    @ParameterizedTest
    @CsvSource({"sprites-prompter, prompter", "sprites-tiny, pretraining"})
    void theyOpenByNameAndFitTheSmallEncoders(String name, String kind) throws IOException {
        Checkpoint checkpoint = Checkpoint.shipped(name);

        assertThat(checkpoint.kind()).isEqualTo(kind);
        assertThat(checkpoint.toString()).isEqualTo("Checkpoint.shipped(\"" + name + "\")");
        assertThat(Files.size(checkpoint.path())).isLessThan(MOST_BYTES);
        assertThat(
                        SizeDifferences.of(
                                checkpoint.manifest().config(), Encoders.tiny().config(4, 64)))
                .isEmpty();
        assertThat(Checkpoint.shipped(name)).isEqualTo(checkpoint);
    }

    @Test
    void aFileThatWasChangedIsWrittenAnew() throws IOException {
        Checkpoint checkpoint = Checkpoint.shipped("sprites-tiny");
        byte[] whole = Files.readAllBytes(checkpoint.path());
        Files.write(checkpoint.path(), new byte[] {1, 2, 3});

        assertThat(Checkpoint.shipped("sprites-tiny")).isEqualTo(checkpoint);
        assertThat(Files.readAllBytes(checkpoint.path())).isEqualTo(whole);
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Checkpoint.shipped("sprites-large"))
                .hasMessageContaining("“sprites-large”")
                .hasMessageContaining("sprites-prompter and sprites-tiny");
    }

    @Test
    void thePrompterNamesEntitiesOfUnseenBoxesFarAboveChance() {
        Pairs unseen =
                Pairs.of(Datasets.movingSprites().clips(Split.TEST, 64).unencoded())
                        .frames(4)
                        .size(64)
                        .only(Split.TEST);
        Prompter prompter =
                Prompter.from(Checkpoint.shipped("sprites-prompter"))
                        .entities(Entities.of(nouns()));

        assertThat(prompter.accuracy(unseen).top1()).isGreaterThan(0.3);
        assertThat(prompter.accuracy(unseen).top5()).isGreaterThan(0.6);
    }

    /** Every noun of the corpus, so that chance is below 1 %. */
    private static String[] nouns() {
        return Checkpoint.shipped("sprites-tiny").manifest().entities().toArray(String[]::new);
    }
}
