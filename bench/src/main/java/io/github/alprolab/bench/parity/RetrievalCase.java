package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.retrieval.MatchingScorer;
import io.github.alprolab.alpro.retrieval.TextFeatures;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The retrieval class: its training losses and the inference of every clip with every text. */
final class RetrievalCase implements CaseRun {

    @Override
    public void compare(
            Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        AlproModel model = new AlproModel(state.root(), parity.config(), 0.07);
        ObjectiveSum objectives =
                new ObjectiveSum(
                        compute,
                        List.of(Objective.VTC, Objective.VTM),
                        state,
                        model,
                        Optional.empty());
        weights.fill(state);
        comparison.names(state);
        ParityInputs in = new ParityInputs(parity);
        try (Scope scope = compute.scope()) {
            Step step = objectives.step(in.step(scope), Objective.VTM);
            Map<Metric, Double> losses = objectives.of(in.step(scope), total -> {});
            comparison.output("itc_loss", losses.get(Metric.VTC_LOSS));
            comparison.output("itm_loss", losses.get(Metric.VTM_LOSS));
            comparison.output("itm_scores", Objective.VTM.scores(step));
            comparison.output("inference_vtc_scores", step.similarity());
            Tensor video = model.video(in.frames(scope, "visual_inputs"), false);
            Tensor judged = judged(compute, scope, model, in.texts(), video, parity.batch());
            comparison.output("inference_vtm_logits", judged);
        }
    }

    /** VTM of {@code clips} clips (rows) with every text, as retrieval computes it: (n, B, 2). */
    static Tensor judged(
            Compute compute,
            Scope scope,
            AlproModel model,
            TokenBatch words,
            Tensor video,
            int clips) {
        BitSet all = new BitSet();
        all.set(0, clips);
        BitSet[] every = new BitSet[words.rows()];
        Arrays.fill(every, all);
        float[] flat = new float[clips * words.rows() * 2];
        try (TextFeatures texts = TextFeatures.of(compute, model, words);
                VideoFeatures videos =
                        VideoFeatures.of(compute, model, video.narrow(0, 0, clips))) {
            new MatchingScorer(compute, model)
                    .score(
                            texts,
                            videos,
                            every,
                            (text, clip, noMatch, match) -> {
                                int place = 2 * (clip * words.rows() + text);
                                flat[place] = noMatch;
                                flat[place + 1] = match;
                            });
        }
        return scope.of(flat, clips, words.rows(), 2);
    }
}
