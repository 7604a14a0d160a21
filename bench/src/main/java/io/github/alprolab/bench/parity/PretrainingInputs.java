package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.config.IgnoreRule;
import io.github.alprolab.alpro.config.LossConfig;
import io.github.alprolab.alpro.loss.HardNegatives;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.loss.MaskedWords;
import io.github.alprolab.alpro.loss.Pem;
import io.github.alprolab.alpro.loss.PretrainingLoss;
import io.github.alprolab.alpro.loss.Vtm;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.model.PrompterModel;
import io.github.alprolab.alpro.prompter.PromptFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Optional;

/** The models of a pre-training case with what they are given. */
final class PretrainingInputs {
    private final Compute compute;
    private final ParityCase parity;
    private final ParityInputs formula;
    private final PretrainingModel model;
    private final PrompterModel prompter;

    PretrainingInputs(
            Compute compute, ParityCase parity, PretrainingModel model, PrompterModel prompter) {
        this.compute = compute;
        this.parity = parity;
        this.formula = new ParityInputs(parity);
        this.model = model;
        this.prompter = prompter;
    }

    Compute compute() {
        return compute;
    }

    ParityCase parity() {
        return parity;
    }

    PretrainingModel model() {
        return model;
    }

    PretrainingLoss.Inputs of(Scope scope) {
        return new PretrainingLoss.Inputs(
                formula.frames(scope, "visual_inputs"),
                formula.ids(scope),
                formula.mask(scope),
                Optional.of(formula.masked()),
                Optional.of(formula.inside(scope)),
                Optional.of(compute.withoutGradient(() -> labels(scope))));
    }

    LossValues losses(PretrainingLoss.Inputs given) {
        return new PretrainingLoss(model, reference()).of(given, HardNegatives::hardest, false);
    }

    private Tensor labels(Scope scope) {
        return PromptFeatures.labels(
                prompter.alpro(),
                scope,
                formula.frames(scope, "crop_visual_inputs"),
                prompter.prompts(PromptKind.VIDEO));
    }

    Pem pem(Vtm vtm, PretrainingLoss.Inputs given) {
        return Pem.of(
                model,
                vtm.positive(),
                given.inside().orElseThrow(),
                given.labels().orElseThrow(),
                reference().ignoreBelow(),
                reference().ignoreRule());
    }

    /** Word scores at every position, (B, L, V). */
    Tensor words(Scope scope, PretrainingLoss.Inputs given, Tensor video) {
        MaskedWords masked = given.masked().orElseThrow();
        int length = parity.length();
        Tensor ids = scope.of(masked.ids(), parity.batch(), length);
        Tensor text = model.alpro().text(ids, given.mask(), false);
        return model.alpro().words(model.alpro().fuse(text, given.mask(), video, length, false));
    }

    /** 1 for crops that the published rule ignores. */
    int[] ignored(PretrainingLoss.Inputs given) {
        long[] best = given.labels().orElseThrow().argMax().longs();
        int[] ignored = new int[best.length];
        for (int i = 0; i < best.length; i++) {
            ignored[i] = best[i] == 0 ? 1 : 0;
        }
        return ignored;
    }

    private static LossConfig reference() {
        LossConfig paper = LossConfig.alpro();
        return new LossConfig(
                paper.weights(),
                paper.temperature(),
                paper.maskProbability(),
                paper.cropLeast(),
                paper.cropMost(),
                paper.ignoreBelow(),
                IgnoreRule.REFERENCE_INDEX);
    }
}
