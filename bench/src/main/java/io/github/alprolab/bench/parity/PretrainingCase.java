package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.loss.HardNegatives;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.loss.Pem;
import io.github.alprolab.alpro.loss.PretrainingLoss;
import io.github.alprolab.alpro.loss.Vtc;
import io.github.alprolab.alpro.loss.Vtm;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.model.PrompterModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;

/** The pre-training class: every output, the four losses, gradients and training steps. */
final class PretrainingCase implements CaseRun {
    private static final double LABEL_TOLERANCE = 1e-6;

    @Override
    public void compare(
            Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        PretrainingModel model =
                new PretrainingModel(state.root(), parity.config(), 0.07, parity.entities());
        PrompterModel prompter = prompter(state, parity);
        weights.fill(state);
        comparison.names(state);
        PretrainingInputs in = new PretrainingInputs(compute, parity, model, prompter);
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
        AlproModel alpro = in.model().alpro();
        PretrainingLoss.Inputs given = in.of(scope);
        Tensor video = alpro.video(given.frames(), false);
        Tensor text = alpro.text(given.ids(), given.mask(), false);
        Tensor videoFeature = alpro.videoFeature(video);
        Tensor textFeature = alpro.textFeature(text);
        Vtc vtc = Vtc.of(videoFeature, textFeature, alpro.temperature().in(scope));
        HardNegatives negatives = HardNegatives.hardest(vtc.videoToText().matrix());
        Vtm vtm = Vtm.of(alpro, text, given.mask(), video, negatives, false);
        Pem pem = in.pem(vtm, given);
        comparison.output("timesformer_tokens", alpro.videoEncoder().tokens(given.frames(), false));
        comparison.output("video_embeds", video);
        comparison.output("text_embeds", text);
        comparison.output("video_feat", videoFeature);
        comparison.output("text_feat", textFeature);
        comparison.output("sim_v2t", vtc.videoToText());
        comparison.choice("negative_video_index", negatives.videoOfText());
        comparison.choice("negative_text_index", negatives.textOfVideo());
        comparison.output("itm_scores", vtm.logits());
        comparison.output("mlm_scores", in.words(scope, given, video));
        comparison.output("mpm_logits", pem.logits());
        comparison.choice("ignore_masks_reference", in.ignored(given));
        comparison.output("pseudo_labels", given.labels().orElseThrow(), LABEL_TOLERANCE);
        losses(in, given, comparison);
    }

    private static void losses(
            PretrainingInputs in, PretrainingLoss.Inputs given, Comparison comparison) {
        LossValues values = in.losses(given);
        comparison.output("itc_loss", values.each().get(Objective.VTC));
        comparison.output("itm_loss", values.each().get(Objective.VTM));
        comparison.output("mlm_loss", values.each().get(Objective.MLM));
        comparison.output("mpm_loss", values.each().get(Objective.PEM));
        comparison.output("total_loss", values.total());
    }
}
