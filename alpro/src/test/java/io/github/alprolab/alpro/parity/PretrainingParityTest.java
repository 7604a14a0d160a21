package io.github.alprolab.alpro.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.loss.HardNegatives;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.loss.MaskedWords;
import io.github.alprolab.alpro.loss.PretrainingLoss;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.Initial;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.prompter.PromptFeatures;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published PyTorch classes and ours agree on the case {@code pretrain}. */
class PretrainingParityTest {
    private final ParityCase parity = ParityCase.of("pretrain");
    private final AlproConfig config = parity.config();
    private Compute compute;
    private StateDict state;
    private StateDict prompterState;
    private PretrainingModel model;
    private AlproModel prompter;
    private Tensor prompts;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU);
        state = new StateDict(compute, new RandomStreams(1));
        model = new PretrainingModel(state.root(), config, 0.07, parity.entities());
        prompterState = new StateDict(compute, new RandomStreams(2));
        prompter = new AlproModel(prompterState.root(), config, 0.07);
        Initial zero = Initial.constant(0);
        prompts = prompterState.root().buffer("video_prompt_feat", zero, parity.entities(), 256);
        prompterState.root().buffer("image_prompt_feat", zero, parity.entities(), 256);
        parity.fill(state, "");
        parity.fill(prompterState, "prompter.");
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void stateDictHasThePublishedNamesAndShapes() {
        Set<String> names = new LinkedHashSet<>();
        state.named().forEach((name, p) -> names.add(name + Arrays.toString(p.value().shape())));
        prompterState
                .named()
                .forEach(
                        (name, p) ->
                                names.add("prompter." + name + Arrays.toString(p.value().shape())));
        List<String> published = new ArrayList<>();
        for (var key : parity.json().get("keys").properties()) {
            published.add(key.getKey() + key.getValue().toString().replace(",", ", "));
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void embeddingsFeaturesLossesAndPseudoLabelsAgree() {
        try (Scope scope = compute.scope()) {
            Tensor frames = frames(scope, "visual_inputs");
            Tensor video = model.alpro().video(frames, false);
            near("video_embeds", video, 1e-5);
            near("video_feat", model.alpro().videoFeature(video), 1e-5);
            PretrainingLoss.Inputs in = inputs(scope);
            Tensor text = model.alpro().text(in.ids(), in.mask(), false);
            near("text_embeds", text, 1e-5);
            near("text_feat", model.alpro().textFeature(text), 1e-5);
            near("pseudo_labels", in.labels().orElseThrow(), 1e-6);
            LossValues values = losses(in);
            near("itc_loss", values.each().get(Objective.VTC), 1e-5);
            near("itm_loss", values.each().get(Objective.VTM), 1e-5);
            near("mlm_loss", values.each().get(Objective.MLM), 1e-5);
            near("mpm_loss", values.each().get(Objective.PEM), 1e-5);
            near("total_loss", values.total(), 1e-5);
        }
    }

    @Test
    void everyGradientAgrees() {
        List<Parameter> trainable = state.trainable();
        AdamW optimizer = new AdamW(compute, trainable, 0);
        backward();
        int compared = 0;
        for (int i = 0; i < trainable.size(); i++) {
            float[] ours = optimizer.gradients().get(i).floats();
            var expected = parity.expected().get("grad/" + trainable.get(i).name());
            if (expected != null) {
                compared++;
                assertThat(difference(ours, expected.values()))
                        .as(trainable.get(i).name())
                        .isLessThan(1e-4 * Math.max(largest(expected.values()), 1e-4) + 1e-8);
            }
        }
        assertThat(compared)
                .isEqualTo(
                        parity.expected().keySet().stream()
                                .filter(k -> k.startsWith("grad/"))
                                .count());
    }

    @Test
    void threeAdamWStepsGiveThePublishedLosses() {
        AdamW optimizer = new AdamW(compute, state.trainable(), 0);
        JsonNode steps = parity.json().get("training_losses_vtc_vtm_mlm_pem_total_gradnorm");
        for (int step = 1; step <= steps.size(); step++) {
            JsonNode expected = steps.get(step - 1);
            double[] ours = backward();
            double norm = optimizer.step(step, 1e-3, 20);
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).isCloseTo(expected.get(i).asDouble(), within(1e-4));
            }
            assertThat(norm).isCloseTo(expected.get(5).asDouble(), within(1e-3));
        }
    }

    private double[] backward() {
        try (Scope scope = compute.scope()) {
            return compute.withGradient(
                    () -> {
                        LossValues values = losses(inputs(scope));
                        values.total().backward();
                        return new double[] {
                            values.each().get(Objective.VTC).scalar(),
                            values.each().get(Objective.VTM).scalar(),
                            values.each().get(Objective.MLM).scalar(),
                            values.each().get(Objective.PEM).scalar(),
                            values.total().scalar()
                        };
                    });
        }
    }

    private LossValues losses(PretrainingLoss.Inputs in) {
        LossConfig losses = LossConfig.alpro();
        LossConfig reference =
                new LossConfig(
                        losses.weights(), 0.07, 0.15, 0.3, 0.5, 0.2, IgnoreRule.REFERENCE_INDEX);
        return new PretrainingLoss(model, reference).of(in, HardNegatives::hardest, false);
    }

    private PretrainingLoss.Inputs inputs(Scope scope) {
        int batch = parity.number("batch");
        int length = parity.number("max_length");
        Tensor labels =
                compute.withoutGradient(
                        () ->
                                PromptFeatures.labels(
                                        prompter,
                                        scope,
                                        frames(scope, "crop_visual_inputs"),
                                        prompts));
        return new PretrainingLoss.Inputs(
                frames(scope, "visual_inputs"),
                scope.of(parity.ids(), batch, length),
                scope.of(parity.mask(), batch, length),
                Optional.of(masked(length)),
                Optional.of(inside(scope)),
                Optional.of(labels));
    }

    private MaskedWords masked(int length) {
        long[] ids = parity.ids();
        List<Integer> positions = new ArrayList<>();
        List<Long> labels = new ArrayList<>();
        for (int row = 0; row < parity.number("batch"); row++) {
            int real = parity.json().get("lengths").get(row).asInt();
            for (int i = 1; i < real - 1; i += 3) {
                positions.add(row * length + i);
                labels.add(ids[row * length + i]);
                ids[row * length + i] = 4;
            }
        }
        return new MaskedWords(
                ids,
                positions.stream().mapToInt(i -> i).toArray(),
                labels.stream().mapToLong(l -> l).toArray());
    }

    private Tensor inside(Scope scope) {
        int grid = config.video().grid();
        JsonNode boxes = parity.json().get("crop_boxes_top_left_height_width_in_patches");
        float[] inside = new float[boxes.size() * grid * grid];
        for (int i = 0; i < boxes.size(); i++) {
            JsonNode b = boxes.get(i);
            CropBox box =
                    new CropBox(
                            b.get(0).asInt(), b.get(1).asInt(), b.get(2).asInt(), b.get(3).asInt());
            System.arraycopy(box.inside(grid), 0, inside, i * grid * grid, grid * grid);
        }
        return scope.of(inside, boxes.size(), (long) grid * grid);
    }

    private Tensor frames(Scope scope, String key) {
        int size = config.video().imageSize();
        return scope.of(
                parity.frames(key), parity.number("batch"), config.video().frames(), 3, size, size);
    }

    private void near(String quantity, Tensor ours, double tolerance) {
        assertThat(difference(ours.floats(), parity.expected().get(quantity).values()))
                .as(quantity)
                .isLessThanOrEqualTo(tolerance);
    }

    private static double difference(float[] ours, float[] expected) {
        assertThat(ours).hasSameSizeAs(expected);
        double most = 0;
        for (int i = 0; i < ours.length; i++) {
            most = Math.max(most, Math.abs(ours[i] - expected[i]));
        }
        return most;
    }

    private static double largest(float[] values) {
        return difference(values, new float[values.length]);
    }
}
