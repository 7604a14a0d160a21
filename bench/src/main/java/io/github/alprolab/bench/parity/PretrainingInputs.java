package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.model.PrompterModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.MaskedWords;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Mlm;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.prompter.PromptFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The models of a pre-training case with what they are given. */
final class PretrainingInputs {
    private final Compute compute;
    private final ParityCase parity;
    private final ParityInputs formula;
    private final AlproModel model;
    private final Pem entities;
    private final ObjectiveSum objectives;
    private final PrompterModel prompter;

    /** Declares all tensors, unfilled. */
    PretrainingInputs(Compute compute, ParityCase parity, StateDict state) {
        this.compute = compute;
        this.parity = parity;
        this.formula = new ParityInputs(parity);
        this.model = new AlproModel(state.root(), parity.config(), 0.07);
        this.entities = Objective.PEM.likeReferenceCode().among(parity.entities());
        this.objectives =
                new ObjectiveSum(
                        compute,
                        List.of(Objective.VTC, Objective.VTM, Objective.MLM, entities),
                        state,
                        model,
                        Optional.empty());
        this.prompter = PretrainingCase.prompter(state, parity);
    }

    Compute compute() {
        return compute;
    }

    ParityCase parity() {
        return parity;
    }

    AlproModel model() {
        return model;
    }

    Tensor frames(Scope scope) {
        return formula.frames(scope, "visual_inputs");
    }

    /** What one objective sees of the case. */
    Step step(Scope scope, Objective objective) {
        return objectives.step(formula.step(scope), objective);
    }

    /** What PEM sees of the case. */
    Step step(Scope scope) {
        return step(scope, entities);
    }

    /** The four losses and their sum, with the case's words, crops and labels. */
    Map<Metric, Double> losses(Scope scope, Consumer<Tensor> then) {
        float[] labels = compute.withoutGradient(() -> labels(scope)).floats();
        Mlm words = Objective.MLM;
        return objectives.of(
                formula.step(scope),
                Map.of(
                        words, step -> words.loss(step, formula.masked()),
                        entities, step -> entities.loss(step, inside(step), labels(step, labels))),
                then);
    }

    /** The prompter's distributions, (B, E). */
    Tensor labels(Scope scope) {
        return PromptFeatures.labels(
                prompter.alpro(),
                scope,
                formula.frames(scope, "crop_visual_inputs"),
                prompter.prompts(PromptKind.VIDEO));
    }

    private StepTensor labels(Step step, float... labels) {
        return step.tensor(labels, step.clips(), parity.entities());
    }

    private StepTensor inside(Step step) {
        return step.tensor(formula.inside(), step.clips(), parity.config().video().patches());
    }

    /** Scores of the entities, (B, E). */
    StepTensor entities(Step step) {
        return entities.scores(step, inside(step));
    }

    /** Word scores at every position, (B, L, V). */
    Tensor words(Scope scope) {
        MaskedWords masked = formula.masked();
        int length = parity.length();
        Tensor ids = scope.of(masked.ids(), parity.batch(), length);
        Tensor mask = formula.mask(scope);
        Tensor video = model.video(frames(scope), false);
        return model.words(model.fuse(model.text(ids, mask, false), mask, video, length, false));
    }

    /** 1 for crops that the published rule ignores. */
    static int[] ignored(Tensor labels) {
        long[] best = labels.argMax().longs();
        int[] ignored = new int[best.length];
        for (int i = 0; i < best.length; i++) {
            ignored[i] = best[i] == 0 ? 1 : 0;
        }
        return ignored;
    }
}
