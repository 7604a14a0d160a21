package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.loss.HardNegatives;
import io.github.alprolab.alpro.loss.Vtc;
import io.github.alprolab.alpro.loss.Vtm;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.retrieval.MatchingScorer;
import io.github.alprolab.alpro.retrieval.TextFeatures;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The retrieval class: its training losses and the inference of every clip with every text. */
final class RetrievalCase implements CaseRun {

    @Override
    public void compare(
            Compute compute, ParityCase parity, ParityWeights weights, Comparison comparison)
            throws IOException {
        StateDict state = new StateDict(compute, new RandomStreams(0));
        AlproModel model = new AlproModel(state.root(), parity.config(), 0.07);
        weights.fill(state);
        comparison.names(state);
        ParityInputs in = new ParityInputs(parity);
        try (Scope scope = compute.scope()) {
            Tensor video = model.video(in.frames(scope, "visual_inputs"), false);
            Tensor mask = in.mask(scope);
            Tensor text = model.text(in.ids(scope), mask, false);
            Vtc vtc =
                    Vtc.of(
                            model.videoFeature(video),
                            model.textFeature(text),
                            model.temperature().in(scope));
            HardNegatives negatives = HardNegatives.hardest(vtc.videoToText().matrix());
            Vtm vtm = Vtm.of(model, text, mask, video, negatives, false);
            comparison.output("itc_loss", vtc.loss());
            comparison.output("itm_loss", vtm.loss());
            comparison.output("itm_scores", vtm.logits());
            comparison.output("inference_vtc_scores", vtc.videoToText());
            Tensor judged = judged(compute, scope, model, text, mask, video, parity.batch());
            comparison.output("inference_vtm_logits", judged);
        }
    }

    /** VTM of {@code clips} clips (rows) with every text, as retrieval computes it: (n, B, 2). */
    static Tensor judged(
            Compute compute,
            Scope scope,
            AlproModel model,
            Tensor text,
            Tensor mask,
            Tensor video,
            int clips) {
        TextFeatures texts = TextFeatures.of(model, text, mask);
        VideoFeatures videos = VideoFeatures.of(model, video.narrow(0, 0, clips));
        int[][] every = new int[clips][];
        Arrays.fill(every, IntStream.range(0, texts.count()).toArray());
        float[][][] logits = new MatchingScorer(compute, model).logits(texts, videos, every);
        float[] flat = new float[clips * texts.count() * 2];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = logits[i / 2 / texts.count()][i / 2 % texts.count()][i % 2];
        }
        return scope.of(flat, clips, texts.count(), 2);
    }
}
