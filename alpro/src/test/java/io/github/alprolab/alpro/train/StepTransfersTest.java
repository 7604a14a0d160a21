package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.tensor.Transfers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a published step, of all four objectives, copies from or to the device. On a GPU each
 * reading is a halt; the same calls are counted here.
 */
class StepTransfersTest {
    @Test
    void aStepOfAllObjectivesReadsOnce(@TempDir Path folder) throws IOException {
        Transfers step = new SmallPretraining(folder).run("run", 2).steps().get(1).transfers();

        assertThat(step.reads())
                .as("all figures, gradient norm and temperature together")
                .isEqualTo(1);
        assertThat(step.uploads())
                .as(
                        "pixels, words with mask, hidden words with places and labels, chance for"
                                + " negatives, crops")
                .isEqualTo(5);
    }

    @Test
    void blocksThatAreComputedAgainReadNothingMore(@TempDir Path folder) throws IOException {
        TrainConfig config =
                SmallPretraining.config(6).with(TrainConfig.GRADIENT_CHECKPOINTING, true);
        Transfers step =
                new SmallPretraining(folder).with(config).run("run", 2).steps().get(1).transfers();

        assertThat(step.reads()).isEqualTo(1);
        assertThat(step.uploads()).isEqualTo(5);
    }
}
