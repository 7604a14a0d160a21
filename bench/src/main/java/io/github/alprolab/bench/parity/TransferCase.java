package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.loss.Answering;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.nn.TwoLayerHead;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;

/** A pre-training file loaded into retrieval and answering models with other frames and patches. */
final class TransferCase implements CaseRun {

    @Override
    public void compare(
            Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException {
        TensorSource source = source(compute, parity, weights);
        retrieval(compute, parity, weights, source, comparison);
        answering(compute, parity, weights, source, comparison);
    }

    /** The file, or what it would hold: the case beside this one that it names. */
    private static TensorSource source(Compute compute, ParityCase parity, ParityWeights weights)
            throws IOException {
        ParityCase source =
                ParityCase.read(
                        parity.folder().resolveSibling(parity.json().get("source").asText()));
        StateDict outline = StateDict.outline(compute);
        new AlproModel(outline.root(), source.config(), 0.07);
        new TwoLayerHead(
                outline.root().child("mpm_head"),
                source.config().video().width(),
                source.entities());
        PretrainingCase.prompter(outline, source);
        return weights.of(source).source(outline);
    }

    private static void retrieval(
            Compute compute,
            ParityCase parity,
            ParityWeights weights,
            TensorSource source,
            Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        AlproModel model = new AlproModel(state.root(), parity.config(), 0.07);
        weights.formula(state);
        ParityWeights.load(source, state, LoadRules.pretrainingToRetrieval());
        ParityInputs in = new ParityInputs(parity);
        try (Scope scope = compute.scope()) {
            String encoder = "visual_encoder.model.";
            comparison.output("time_embed", value(state, encoder + "time_embed"));
            comparison.output("pos_embed", value(state, encoder + "pos_embed"));
            Tensor video = model.video(in.frames(scope, "visual_inputs"), false);
            Tensor mask = in.mask(scope);
            Tensor text = model.text(in.ids(scope), mask, false);
            Tensor similarity =
                    model.videoFeature(video)
                            .narrow(0, 0, 1)
                            .matmul(model.textFeature(text).transpose(0, 1))
                            .divide(model.temperature().in(scope));
            comparison.output("retrieval_vtc_scores", similarity);
            comparison.output(
                    "retrieval_vtm_logits",
                    RetrievalCase.judged(compute, scope, model, in.texts(), video, 1));
        }
    }

    private static void answering(
            Compute compute,
            ParityCase parity,
            ParityWeights weights,
            TensorSource source,
            Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        AnsweringModel model =
                new AnsweringModel(state.root(), parity.config(), parity.number("answers"));
        weights.formula(state);
        ParityWeights.load(source, state, LoadRules.pretrainingToAnswering());
        try (Scope scope = compute.scope()) {
            Answering answering = AnsweringCase.answering(model, parity, scope);
            comparison.output("qa_logits", answering.logits());
            comparison.output("qa_loss", answering.loss());
        }
    }

    private static Tensor value(StateDict state, String name) {
        return state.find(name).orElseThrow().value();
    }
}
