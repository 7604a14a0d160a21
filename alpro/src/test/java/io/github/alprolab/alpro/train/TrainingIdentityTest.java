package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.TrainConfig;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a checkpoint keeps to know its training again. */
class TrainingIdentityTest {
    /** Keys and spelling as in checkpoints that were written before settings were declared once. */
    private static final Map<String, String> WRITTEN_BEFORE =
            Map.ofEntries(
                    Map.entry("learning rate", "0.001"),
                    Map.entry("warm-up", "0.05"),
                    Map.entry("decay", "LINEAR"),
                    Map.entry("weight decay", "0.001"),
                    Map.entry("clip", "20.0"),
                    Map.entry("epochs", "10"),
                    Map.entry("steps", "80"),
                    Map.entry("batch", "16"),
                    Map.entry("accumulate", "1"),
                    Map.entry("parameter groups", "[]"),
                    Map.entry("quirks", "[]"),
                    Map.entry("seed", "42"),
                    Map.entry("objectives", "VTC"),
                    Map.entry("sampling", "head-tail"));

    private static TrainingIdentity of(TrainConfig config) {
        return TrainingIdentity.of(config, NoiseClips.data(16, 8), "VTC", 80);
    }

    @Test
    void aCheckpointOfBeforeIsTheSameTraining() {
        TrainingIdentity now = of(TrainConfig.adamW(1e-3));
        Map<String, String> before = new TreeMap<>(now.settings());
        before.keySet().retainAll(java.util.Set.of("words", "training pairs"));
        before.putAll(WRITTEN_BEFORE);

        assertThat(now.differences(before)).isEmpty();
    }

    @Test
    void anotherSettingIsNamedAndOneWithoutEffectIsNot() {
        TrainConfig config = TrainConfig.adamW(1e-3);
        Map<String, String> before = of(config).settings();

        assertThat(of(config.with(TrainConfig.BATCH, 8)).differences(before))
                .isEqualTo("batch was 16 and is 8");
        assertThat(
                        of(config.with(TrainConfig.CHECKPOINT, 8)
                                        .with(TrainConfig.GRADIENT_CHECKPOINTING, true))
                                .differences(before))
                .isEmpty();
    }
}
