package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.TrainConfig;
import org.junit.jupiter.api.Test;

class MemoryAdviceTest {
    private static final TrainConfig CONFIG =
            TrainConfig.adamW(1e-4).with(TrainConfig.BATCH, 16).with(TrainConfig.ACCUMULATE, 2);

    @Test
    void namesTheCallsThatNeedLess() {
        assertThat(MemoryAdvice.of(CONFIG))
                .contains(".gradientCheckpointing()")
                .contains(".chunks(2), which compares as many clips");
        assertThat(MemoryAdvice.of(CONFIG.with(TrainConfig.CHUNKS, 4))).contains(".chunks(8)");
        assertThat(MemoryAdvice.of(CONFIG.with(TrainConfig.BATCH, 15)))
                .contains(".batch(7).accumulate(4)");
    }

    @Test
    void offersNothingThatIsDoneAlready() {
        TrainConfig least =
                CONFIG.with(TrainConfig.BATCH, 2).with(TrainConfig.GRADIENT_CHECKPOINTING, true);
        assertThat(MemoryAdvice.of(least))
                .isEqualTo("What helps: smaller or fewer frames, or smaller encoders.");
    }
}
