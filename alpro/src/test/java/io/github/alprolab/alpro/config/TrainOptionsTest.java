package io.github.alprolab.alpro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainOptionsTest {
    private final TrainConfig config = TrainConfig.adamW(1e-3);

    @Test
    void weightDecayIsAppliedUnlessTheReferenceCodeIsFollowed() {
        ParameterGroup slow = new ParameterGroup("visual_encoder\\..*", 0.1, 0.05);
        TrainConfig grouped = config.options(TrainOptions.standard().groups(slow));

        assertThat(config.appliedGroups()).containsExactly(new ParameterGroup(".*", 1, 1e-3));
        assertThat(grouped.appliedGroups())
                .containsExactly(slow, new ParameterGroup(".*", 1, 1e-3));
        assertThat(grouped.options(grouped.options().likeReferenceCode()).appliedGroups())
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
    void theReferenceCodeIsEveryQuirkByName() {
        TrainOptions like = TrainOptions.standard().likeReferenceCode();

        assertThat(like.quirksInOrder()).containsExactly(PublishedQuirk.values());
        assertThat(TrainOptions.standard().quirksInOrder()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithWhatIsAllowed() {
        TrainOptions standard = TrainOptions.standard();
        assertThatThrownBy(() -> standard.accumulate(0))
                .hasMessage("accumulate is 0; allowed is a whole number of at least 1.");
        assertThatThrownBy(() -> standard.checkpointEvery(-1))
                .hasMessageContaining("checkpoint every is -1; allowed is 0");
        assertThatThrownBy(() -> new ParameterGroup("a(", 1, 0))
                .hasMessageContaining("parameter group is “a(”; allowed is a regular expression");
        assertThatThrownBy(() -> new ParameterGroup("a", -1, 0))
                .hasMessageContaining("rate factor is -1.0");
        assertThatThrownBy(() -> new ParameterGroup("a", 1, Double.NaN))
                .hasMessageContaining("group weight decay is NaN");
        assertThatThrownBy(() -> config.learningRate(Double.POSITIVE_INFINITY))
                .hasMessage("learning rate is Infinity; allowed is a finite number above 0.");
        assertThatThrownBy(() -> config.warmup(1)).hasMessageContaining("warm-up is 1.0");
        assertThatThrownBy(() -> config.batch(0)).hasMessageContaining("batch is 0");
    }
}
