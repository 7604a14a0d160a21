package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.model.PrompterModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.prompter.PromptFeatures;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The prompter class: prompt features averaged over templates, pseudo-labels, its own loss. */
final class PrompterCase implements CaseRun {
    private static final double LABEL_TOLERANCE = 1e-6;
    private static final int SHORTEST_PROMPT = 4;

    @Override
    public void compare(
            Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        PrompterModel model =
                new PrompterModel(state.root(), parity.config(), 0.07, parity.entities());
        weights.fill(state);
        comparison.names(state);
        try (Scope scope = compute.scope()) {
            for (PromptKind kind : PromptKind.values()) {
                Tensor features = prompts(model.alpro(), parity, scope, kind);
                comparison.output(
                        kind.name().toLowerCase(Locale.ROOT) + "_prompt_feat",
                        features,
                        LABEL_TOLERANCE);
                model.prompts(kind).copyFrom(features);
            }
            labels(compute, state, model, parity, scope, comparison);
        }
    }

    private static void labels(
            Compute compute,
            StateDict state,
            PrompterModel model,
            ParityCase parity,
            Scope scope,
            Comparison comparison) {
        AlproModel alpro = model.alpro();
        ParityInputs in = new ParityInputs(parity);
        comparison.output(
                "pseudo_labels",
                PromptFeatures.labels(
                        alpro,
                        scope,
                        in.frames(scope, "crop_visual_inputs"),
                        model.prompts(PromptKind.VIDEO)),
                LABEL_TOLERANCE);
        ObjectiveSum objective =
                new ObjectiveSum(compute, List.of(Objective.VTC), state, alpro, Optional.empty());
        comparison.output(
                "itc_loss", objective.of(in.step(scope), total -> {}).get(Metric.VTC_LOSS));
    }

    private static Tensor prompts(
            AlproModel model, ParityCase parity, Scope scope, PromptKind kind) {
        int length = parity.number("prompt_length");
        int templates = parity.number("templates");
        int[] lengths = new int[templates * parity.entities()];
        float[] mask = new float[lengths.length * length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = SHORTEST_PROMPT + i % (length - SHORTEST_PROMPT);
            Arrays.fill(mask, i * length, i * length + lengths[i], 1);
        }
        String key = kind.name().toLowerCase(Locale.ROOT) + "_prompts";
        long[] ids = new ParityInputs(parity).texts(key, lengths, length);
        return PromptFeatures.of(
                model,
                scope.of(ids, lengths.length, length),
                scope.of(mask, lengths.length, length),
                templates);
    }
}
