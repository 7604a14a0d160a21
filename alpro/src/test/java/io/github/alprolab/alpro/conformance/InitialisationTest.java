package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** First values at the published width, docs/method.md section 1.9. */
class InitialisationTest {
    private static final AlproConfig WIDE =
            new AlproConfig(
                    new VideoConfig(32, 16, 4, 768, 2, 12, 3072, 0),
                    new TextConfig(500, 768, 2, 1, 12, 3072, 40, 0),
                    256);

    private static final Compute COMPUTE = Compute.open(DeviceChoice.CPU);
    private static final StateDict STATE = new StateDict(COMPUTE, new RandomStreams(7));

    static {
        new PretrainingModel(STATE.root(), WIDE, 0.07, 50);
    }

    @AfterAll
    static void close() {
        COMPUTE.close();
    }

    @Test
    void linearLayersOfBothEncodersAreNormalWithZeroBias() {
        for (String name :
                new String[] {
                    "visual_encoder.model.blocks.1.attn.qkv",
                    "visual_encoder.model.blocks.0.mlp.fc2",
                    "text_encoder.bert.encoder.layer.1.attention.self.query",
                    "text_encoder.bert.encoder.layer.0.output.dense",
                    "text_encoder.cls.predictions.transform.dense",
                }) {
            assertThat(deviation(name + ".weight")).as(name).isCloseTo(0.02, within(1e-4));
            assertThat(values(name + ".bias")).as(name).containsOnly(0);
        }
    }

    @Test
    void layerNormsArePlainAndEmbeddingsSmall() {
        for (String name :
                new String[] {
                    "visual_encoder.model.blocks.0.norm1",
                    "visual_encoder.model.norm",
                    "text_encoder.bert.embeddings.LayerNorm",
                }) {
            assertThat(values(name + ".weight")).containsOnly(1);
            assertThat(values(name + ".bias")).containsOnly(0);
        }
        assertThat(deviation("visual_encoder.model.pos_embed")).isCloseTo(0.02, within(2e-3));
        assertThat(deviation("visual_encoder.model.cls_token")).isCloseTo(0.02, within(2e-3));
        assertThat(deviation("text_encoder.bert.embeddings.word_embeddings.weight"))
                .isCloseTo(0.02, within(1e-4));
    }

    @Test
    void aFreshVideoEncoderIgnoresTime() {
        assertThat(values("visual_encoder.model.time_embed")).containsOnly(0);
        for (int block = 0; block < 2; block++) {
            String fc = "visual_encoder.model.blocks." + block + ".temporal_fc.";
            assertThat(values(fc + "weight")).containsOnly(0);
            assertThat(values(fc + "bias")).containsOnly(0);
        }
    }

    @Test
    void patchesProjectionsAndHeadsAreUniformByTheirFanIn() {
        uniform("visual_encoder.model.patch_embed.proj", 768);
        uniform("vision_proj", 768);
        uniform("text_proj", 768);
        uniform("itm_head", 768);
        uniform("mpm_head.0", 768);
        uniform("mpm_head.2", 1536);
        assertThat(values("temp")).containsExactly(0.07f);
    }

    private static void uniform(String name, int fanIn) {
        double bound = 1 / Math.sqrt(fanIn);
        for (String part : new String[] {".weight", ".bias"}) {
            float[] values = values(name + part);
            for (float value : values) {
                assertThat(Math.abs(value)).as(name + part).isLessThanOrEqualTo((float) bound);
            }
        }
        assertThat(deviation(name + ".weight"))
                .as(name)
                .isCloseTo(bound / Math.sqrt(3), within(0.05 * bound));
    }

    private static double deviation(String name) {
        float[] values = values(name);
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    private static float[] values(String name) {
        return STATE.find(name).orElseThrow(() -> new AssertionError(name)).value().floats();
    }
}
