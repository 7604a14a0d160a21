package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.model.PrompterModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;
import java.util.Map;

/** The pre-training class: every output, the four losses, gradients and training steps. */
final class PretrainingCase implements CaseRun {
    private static final double LABEL_TOLERANCE = 1e-6;
    private static final Map<String, Metric> LOSSES =
            Map.of(
                    "itc_loss", Metric.VTC_LOSS,
                    "itm_loss", Metric.VTM_LOSS,
                    "mlm_loss", Metric.MLM_LOSS,
                    "mpm_loss", Metric.PEM_LOSS,
                    "total_loss", Metric.TOTAL_LOSS);

    @Override
    public void compare(
            Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        PretrainingInputs in = new PretrainingInputs(compute, parity, state);
        weights.fill(state);
        comparison.names(state);
        try (Scope scope = compute.scope()) {
            outputs(in, scope, comparison);
        }
        PretrainingSteps steps = new PretrainingSteps(in, state);
        steps.gradients(comparison);
        steps.losses(comparison);
    }

    /** The teacher as a pre-training file holds it. */
    static PrompterModel prompter(StateDict state, ParityCase parity) {
        return new PrompterModel(
                state.root().child("prompter").frozen(), parity.config(), 0.07, parity.entities());
    }

    private static void outputs(PretrainingInputs in, Scope scope, Comparison comparison) {
        Step step = in.step(scope, Objective.VTM);
        Tensor tokens = in.model().videoEncoder().tokens(in.frames(scope), false);
        Tensor labels = in.labels(scope);
        comparison.output("timesformer_tokens", tokens);
        comparison.output("video_embeds", step.video());
        comparison.output("text_embeds", step.text());
        comparison.output("video_feat", step.videoFeatures());
        comparison.output("text_feat", step.textFeatures());
        comparison.output("sim_v2t", step.similarity());
        comparison.choice("negative_video_index", step.negatives().videoOfText());
        comparison.choice("negative_text_index", step.negatives().textOfVideo());
        comparison.output("itm_scores", Objective.VTM.scores(step));
        comparison.output("mlm_scores", in.words(scope));
        comparison.output("mpm_logits", in.entities(in.step(scope)));
        comparison.choice("ignore_masks_reference", PretrainingInputs.ignored(labels));
        comparison.output("pseudo_labels", labels, LABEL_TOLERANCE);
        Map<Metric, Double> losses = in.losses(scope, total -> {});
        LOSSES.forEach((name, metric) -> comparison.output(name, losses.get(metric)));
    }
}
