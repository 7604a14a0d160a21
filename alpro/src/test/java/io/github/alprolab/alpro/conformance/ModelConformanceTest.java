package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.model.PrompterModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names of tensors, padding, order of frames. */
class ModelConformanceTest {
    private static final AlproConfig BASE = AlproConfig.base();
    private static final int ENTITIES = 1000;

    private final Compute compute = Compute.open(DeviceChoice.CPU);
    private final StateDict outline = StateDict.outline(compute);

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void retrievalHas461Keys() {
        new AlproModel(outline.root(), BASE.video(BASE.video().frames(8)), 0.07);
        assertThat(outline.named()).hasSize(461);
        assertThat(values()).isEqualTo(231_475_917);
    }

    @Test
    void thePrompterHas463Keys() {
        new PrompterModel(outline.root(), BASE, 0.07, ENTITIES);
        assertThat(outline.named()).hasSize(463);
        assertThat(values()).isEqualTo(231_472_845);
    }

    @Test
    void pretrainingHas928KeysAndTrainsNoneOfThePrompter() {
        new PretrainingModel(outline.root(), BASE, 0.07, ENTITIES);
        new PrompterModel(outline.root().child("prompter").frozen(), BASE, 0.07, ENTITIES);
        assertThat(outline.named()).hasSize(928);
        assertThat(values()).isEqualTo(465_663_874);
        assertThat(outline.trainable()).noneMatch(p -> p.name().startsWith("prompter."));
    }

    @Test
    void answeringHas458Keys() {
        int classes = AnsweringModel.publishedClasses(40);
        new AnsweringModel(outline.root(), BASE.video(BASE.video().frames(16)), classes);
        assertThat(classes).isEqualTo(1500);
        assertThat(outline.named()).hasSize(458);
        assertThat(values()).isEqualTo(234_346_095);
    }

    /** Published counts hold the unused head of 400 classes, but no buffers. */
    private long values() {
        return outline.unique().stream()
                .filter(p -> !p.name().endsWith("position_ids"))
                .filter(p -> !p.name().endsWith("prompt_feat"))
                .mapToLong(p -> p.value().elements())
                .sum();
    }

    @Test
    void idsUnderMaskZeroChangeNoCls() {
        StateDict state = new StateDict(compute, new RandomStreams(1));
        AlproModel model = new AlproModel(state.root(), Small.CONFIG, 0.07);
        Small.shake(state);
        try (Scope scope = compute.scope()) {
            Tensor mask = scope.of(new float[] {1, 1, 1, 1, 0, 0}, 1, 6);
            Tensor video = video(model, scope, 0, 1, 2, 3);
            Tensor padded = model.text(scope.of(new long[] {2, 9, 8, 3, 0, 0}, 1, 6), mask, false);
            Tensor other = model.text(scope.of(new long[] {2, 9, 8, 3, 17, 5}, 1, 6), mask, false);
            assertThat(apart(padded, other)).as("padding itself differs").isGreaterThan(1e-3);
            assertThat(apart(padded.select(1, 0), other.select(1, 0))).isLessThan(1e-6);
            assertThat(
                            apart(
                                    model.fuse(padded, mask, video, 1, false),
                                    model.fuse(other, mask, video, 1, false)))
                    .isLessThan(1e-6);
        }
    }

    @Test
    void orderOfFramesActsThroughTimeEmbeddingAndTemporalFcAlone() {
        StateDict state = new StateDict(compute, new RandomStreams(1));
        AlproModel model = new AlproModel(state.root(), Small.CONFIG, 0.07);
        Small.shake(state);
        assertThat(changeByOrder(model)).as("with both").isGreaterThan(1e-3);
        Small.clear(state, "visual_encoder.model.time_embed");
        assertThat(changeByOrder(model)).as("attention has no order").isLessThan(1e-5);
        assertThat(changeByContent(model)).as("a frame is seen through time").isGreaterThan(1e-4);
        for (int block = 0; block < 2; block++) {
            String fc = "visual_encoder.model.blocks." + block + ".temporal_fc.";
            Small.clear(state, fc + "weight");
            Small.clear(state, fc + "bias");
        }
        assertThat(changeByOrder(model)).as("with neither").isLessThan(1e-5);
    }

    private double changeByOrder(AlproModel model) {
        try (Scope scope = compute.scope()) {
            return apart(video(model, scope, 0, 1, 2, 3), video(model, scope, 2, 0, 3, 1));
        }
    }

    private double changeByContent(AlproModel model) {
        try (Scope scope = compute.scope()) {
            return apart(video(model, scope, 0, 1, 2, 3), video(model, scope, 0, 1, 2, 9));
        }
    }

    private static Tensor video(AlproModel model, Scope scope, int... order) {
        return model.video(
                scope.of(Small.clip(order), 1, Small.FRAMES, 3, Small.SIZE, Small.SIZE), false);
    }

    private static double apart(Tensor a, Tensor b) {
        return Small.apart(a.floats(), b.floats());
    }
}
