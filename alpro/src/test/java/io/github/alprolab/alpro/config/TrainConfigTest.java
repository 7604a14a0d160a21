package io.github.alprolab.alpro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainConfigTest {
    private final TrainConfig config = TrainConfig.adamW(1e-3);

    @Test
    void weightDecayIsAppliedUnlessTheReferenceCodeIsFollowed() {
        ParameterGroup slow = new ParameterGroup("visual_encoder\\..*", 0.1, 0.05);
        TrainConfig grouped = config.with(TrainConfig.PARAMETER_GROUPS, List.of(slow));

        assertThat(config.appliedGroups()).containsExactly(new ParameterGroup(".*", 1, 1e-3));
        assertThat(grouped.appliedGroups())
                .containsExactly(slow, new ParameterGroup(".*", 1, 1e-3));
        assertThat(grouped.likeReferenceCode().appliedGroups())
                .containsExactly(
                        new ParameterGroup("visual_encoder\\..*", 0.1, 0),
                        new ParameterGroup(".*", 1, 0));
    }

    @Test
    void biasesAndNormsOfBothEncodersLoseTheirDecayAndNothingElseDoes() {
        ParameterGroup group = ParameterGroup.biasesAndNormsWithoutDecay();

        assertThat(
                        List.of(
                                "vision_proj.bias",
                                "visual_encoder.model.norm.weight",
                                "visual_encoder.model.blocks.3.norm1.weight",
                                "visual_encoder.model.blocks.3.temporal_norm1.bias",
                                "text_encoder.bert.embeddings.LayerNorm.weight",
                                "text_encoder.cls.predictions.bias"))
                .allMatch(group::holds);
        assertThat(
                        List.of(
                                "temp",
                                "vision_proj.weight",
                                "visual_encoder.model.cls_token",
                                "visual_encoder.model.blocks.3.temporal_fc.weight",
                                "text_encoder.bert.embeddings.word_embeddings.weight"))
                .noneMatch(group::holds);
    }

    @Test
    void theReferenceCodeIsEveryQuirk() {
        assertThat(PublishedQuirk.values()).allMatch(config.likeReferenceCode()::has);
        assertThat(PublishedQuirk.values()).noneMatch(config::has);
    }

    /** As a run of before single quirks could be chosen wrote them. */
    @Test
    void allQuirksAreOneSwitchInARecordAndInCode() {
        TrainConfig floor = config.with(TrainConfig.QUIRKS, List.of(PublishedQuirk.RATE_FLOOR));

        assertThat(config.likeReferenceCode().values().identity())
                .containsEntry("likeReferenceCode", true);
        assertThat(config.likeReferenceCode().values().calls()).contains(".likeReferenceCode()");
        assertThat(floor.values().identity())
                .containsEntry("likeReferenceCode", List.of("RATE_FLOOR"));
        assertThat(floor.values().calls())
                .contains(".likeReferenceCode(PublishedQuirk.RATE_FLOOR)");
    }

    @Test
    void whatCannotBeIsRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> config.with(TrainConfig.ACCUMULATE, 0))
                .hasMessage("accumulate(0) is given; allowed is at least 1.");
        assertThatThrownBy(() -> config.with(TrainConfig.CHECKPOINT, -1))
                .hasMessageContaining("allowed is at least 0");
        assertThatThrownBy(
                        () ->
                                config.with(
                                        TrainConfig.QUIRKS,
                                        List.of(
                                                PublishedQuirk.RATE_FLOOR,
                                                PublishedQuirk.RATE_FLOOR)))
                .hasMessageContaining("each quirk once");
        assertThatThrownBy(() -> new ParameterGroup("a(", 1, 0))
                .hasMessageContaining("parameter group is “a(”; allowed is a regular expression");
        assertThatThrownBy(() -> new ParameterGroup("a", -1, 0))
                .hasMessageContaining("rate factor is -1.0");
        assertThatThrownBy(() -> new ParameterGroup("a", 1, Double.NaN))
                .hasMessageContaining("group weight decay is NaN");
        assertThatThrownBy(() -> config.with(TrainConfig.LEARNING_RATE, Double.POSITIVE_INFINITY))
                .hasMessage("learningRate(Infinity) is given; allowed is above 0.");
        assertThatThrownBy(() -> config.with(TrainConfig.WARMUP, 1.0))
                .hasMessageContaining("warmup(1) is given");
        assertThatThrownBy(() -> config.with(TrainConfig.BATCH, 0))
                .hasMessageContaining("batch(0) is given");
    }
}
