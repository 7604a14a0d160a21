package io.github.alprolab.alpro.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.loss.Answering;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What question answering trains, as published and in full. */
class AnsweringConformanceTest {
    /** In every file, used by nothing in question answering. */
    private static final Set<String> UNUSED =
            Set.of(
                    "temp",
                    "vision_proj.weight",
                    "vision_proj.bias",
                    "text_proj.weight",
                    "text_proj.bias",
                    "itm_head.weight",
                    "itm_head.bias");

    private final Compute compute = Compute.open(DeviceChoice.CPU);

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void theReferenceFreezesAttentionAndPerceptronsOfEveryVideoBlock() {
        Set<String> still = unchanged(Freezing.LIKE_REFERENCE_CODE);
        still.removeAll(UNUSED);
        assertThat(still)
                .hasSize(2 * 12)
                .allMatch(n -> n.matches(".*blocks\\.[01]\\.(attn|temporal_attn|mlp)\\..*"));
    }

    @Test
    void withoutFreezingEveryUsedTensorLearns() {
        assertThat(unchanged(Freezing.NONE)).isEqualTo(UNUSED);
    }

    /** 113.4 of 121.3 million, as measured on the published code. */
    @Test
    void theFrozenShareOfTheVideoEncoderIsThePublishedOne() {
        StateDict outline = StateDict.outline(compute);
        new AnsweringModel(outline.root(), AlproConfig.base(), 1500);
        long frozen =
                outline.trainable().stream()
                        .filter(p -> Freezing.LIKE_REFERENCE_CODE.freezes(p.name()))
                        .mapToLong(p -> p.value().elements())
                        .sum();
        assertThat(frozen).isEqualTo(113_366_016);
    }

    @Test
    void anAnswerThatTheModelDoesNotKnowIsRefusedBeforeTheStep() {
        StateDict state = new StateDict(compute, new RandomStreams(1));
        AnsweringModel model = new AnsweringModel(state.root(), Small.CONFIG, 5);
        assertThatThrownBy(() -> step(model, new long[] {1, 5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("index is 5")
                .hasMessageContaining("0 to 4");
    }

    /** Names of the trainable tensors that one optimiser step leaves as they were. */
    private Set<String> unchanged(Freezing freezing) {
        StateDict state = new StateDict(compute, new RandomStreams(1));
        AnsweringModel model = new AnsweringModel(state.root(), Small.CONFIG, 5);
        Small.shake(state);
        List<Parameter> learning = AnsweringModel.trainable(state, freezing);
        AdamW optimizer = new AdamW(compute, learning, 0);
        Map<String, float[]> before = new HashMap<>();
        state.trainable().forEach(p -> before.put(p.name(), p.value().floats()));
        step(model, new long[] {1, 4});
        optimizer.step(1, 1e-2, 20);
        return state.trainable().stream()
                .filter(p -> Arrays.equals(before.get(p.name()), p.value().floats()))
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    private void step(AnsweringModel model, long[] labels) {
        try (Scope scope = compute.scope()) {
            compute.withGradient(
                    () -> {
                        float[] frames = Small.clip(0, 1, 2, 3, 4, 5, 6, 7);
                        Answering answering =
                                Answering.of(
                                        model,
                                        model.alpro()
                                                .video(
                                                        scope.of(
                                                                frames,
                                                                2,
                                                                Small.FRAMES,
                                                                3,
                                                                Small.SIZE,
                                                                Small.SIZE),
                                                        true),
                                        scope.of(new long[] {2, 9, 3, 2, 8, 3}, 2, 3),
                                        scope.full(1, 2, 3),
                                        labels,
                                        true);
                        answering.loss().backward();
                        return null;
                    });
        }
    }
}
