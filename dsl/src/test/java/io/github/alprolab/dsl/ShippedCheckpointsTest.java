package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.crop.PseudoLabelAccuracy;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checkpoints that come with the library. */
class ShippedCheckpointsTest {
    private static final int MOST_BYTES = 15_000_000;

    @ParameterizedTest
    @CsvSource({
        "sprites-prompter, prompter",
        "sprites-prompter-nouns, pretraining",
        "sprites-tiny, pretraining"
    })
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
                .hasMessageContaining(
                        "there are sprites-prompter, sprites-prompter-nouns, sprites-tiny");
    }

    @Test
    void thePromptersNameEntitiesOfUnseenBoxesFarAboveChanceTheOneThatNamesNounsMore() {
        PseudoLabelAccuracy published = onUnseen("sprites-prompter");
        PseudoLabelAccuracy nouns = onUnseen("sprites-prompter-nouns");

        assertThat(published.top1()).isGreaterThan(0.3);
        assertThat(published.top5()).isGreaterThan(0.6);
        assertThat(nouns.top1()).isGreaterThan(published.top1());
        assertThat(nouns.top1Kept()).isGreaterThan(published.top1Kept());
    }

    private static PseudoLabelAccuracy onUnseen(String name) {
        Pairs unseen =
                Pairs.of(Datasets.movingSprites().clips(Split.TEST, 64).unencoded())
                        .frames(4)
                        .size(64)
                        .only(Split.TEST);
        return Prompter.from(Checkpoint.shipped(name))
                .entities(Entities.of(nouns()))
                .accuracy(unseen);
    }

    /** Every noun of the corpus, so that chance is below 1 %. */
    private static String[] nouns() {
        return Checkpoint.shipped("sprites-tiny").manifest().entities().toArray(String[]::new);
    }
}
