package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.loss.Answering;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import java.io.IOException;
import java.util.Arrays;

/** The question-answering class: scores of answers, loss and gradients. */
final class AnsweringCase implements CaseRun {

    @Override
    public void compare(
            Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        AnsweringModel model =
                new AnsweringModel(state.root(), parity.config(), parity.number("answers"));
        weights.fill(state);
        comparison.names(state);
        long[] labels = new ParityInputs(parity).answers();
        comparison.choice("labels", Arrays.stream(labels).mapToInt(l -> (int) l).toArray());
        AdamW optimizer = new AdamW(compute, state.trainable(), 0);
        try (Scope scope = compute.scope()) {
            Answering answering =
                    compute.withGradient(
                            () -> {
                                Answering made = answering(model, parity, scope);
                                made.loss().backward();
                                return made;
                            });
            comparison.output("logits", answering.logits());
            comparison.output("loss", answering.loss());
        }
        comparison.gradients(optimizer.parameters(), optimizer.gradients());
    }

    /** Scores and loss of the case's questions. */
    static Answering answering(AnsweringModel model, ParityCase parity, Scope scope) {
        ParityInputs in = new ParityInputs(parity);
        return Answering.of(
                model,
                model.alpro().video(in.frames(scope, "visual_inputs"), false),
                in.ids(scope),
                in.mask(scope),
                in.answers(),
                false);
    }
}
