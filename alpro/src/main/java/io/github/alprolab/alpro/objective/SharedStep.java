package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the objectives of a step share: each is computed when the first of them asks for it. */
final class SharedStep {
    private final Compute compute;
    private final AlproModel model;
    private final Optional<Vocabulary> vocabulary;
    private final StepInputs in;
    private final boolean tokens;
    private final Map<String, Tensor> known = new HashMap<>();
    private HardNegatives negatives;
    private boolean over;

    /**
     * @param tokens whether an objective reads more of the fused right pairs than CLS
     */
    SharedStep(
            Compute compute,
            AlproModel model,
            Optional<Vocabulary> vocabulary,
            StepInputs in,
            boolean tokens) {
        this.tokens = tokens;
        this.compute = compute;
        this.model = model;
        this.vocabulary = vocabulary;
        this.in = in;
    }

    StepInputs in() {
        return in;
    }

    AlproModel model() {
        return model;
    }

    Optional<Vocabulary> vocabulary() {
        return vocabulary;
    }

    Tensor frames() {
        return once("frames", in.frames());
    }

    Tensor mask() {
        return once(
                "mask",
                () -> in.scope().of(in.texts().mask(), in.texts().rows(), in.texts().length()));
    }

    Tensor video() {
        return once("video", () -> model.video(frames(), in.training()));
    }

    Tensor text() {
        return once("text", () -> model.text(ids(), mask(), in.training()));
    }

    private Tensor ids() {
        return in.scope().of(in.texts().ids(), in.texts().rows(), in.texts().length());
    }

    Tensor videoFeatures() {
        return once("video features", () -> model.videoFeature(video()));
    }

    Tensor textFeatures() {
        return once("text features", () -> model.textFeature(text()));
    }

    Tensor temperature() {
        return model.temperature().in(in.scope());
    }

    Tensor similarity() {
        return once("similarity", this::computeSimilarity);
    }

    private Tensor computeSimilarity() {
        video(); // both passes come first: dropout's draws depend on the order of passes
        text();
        return videoFeatures().matmul(textFeatures().transpose(0, 1)).divide(temperature());
    }

    HardNegatives negatives() {
        if (negatives == null) {
            negatives = in.negatives().of(similarity().matrix());
        }
        return negatives;
    }

    Tensor matched() {
        return once("matched", () -> fuse(video().size(1) + text().size(1)));
    }

    /** CLS of the fused right pairs, (B, D); no other row is computed where nobody reads one. */
    Tensor matchedCls() {
        return once("matched cls", () -> (tokens ? matched() : fuse(1)).select(1, 0));
    }

    private Tensor fuse(int rows) {
        Tensor video = video();
        return model.fuse(text(), mask(), video, rows, in.training());
    }

    Tensor withoutGradient(Supplier<Tensor> work) {
        return compute.withoutGradient(work);
    }

    private Tensor once(String name, Supplier<Tensor> work) {
        Tensor before = known.get(name);
        if (before == null) {
            before = work.get();
            known.put(name, before);
        }
        return before;
    }

    /** From now on its tensors are refused. */
    void end() {
        over = true;
        known.clear();
    }

    boolean over() {
        return over;
    }
}
