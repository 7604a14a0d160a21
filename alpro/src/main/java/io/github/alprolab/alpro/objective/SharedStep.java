package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
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
    private final Optional<Part> part;
    private final Map<String, Tensor> known = new HashMap<>();
    private HardNegatives negatives;
    private boolean over;

    /**
     * Where the clips and texts of a step were encoded already.
     *
     * @param tokens of the whole batch
     * @param first place of the step's first clip in it
     * @param whole the batch's own step, which chose its negatives; empty for that one itself
     */
    record Part(BatchTokens tokens, int first, Optional<SharedStep> whole) {}

    /**
     * @param tokens whether an objective reads more of the fused right pairs than CLS
     * @param part empty where clips and texts are encoded by the step itself
     */
    SharedStep(
            Compute compute,
            AlproModel model,
            Optional<Vocabulary> vocabulary,
            StepInputs in,
            boolean tokens,
            Optional<Part> part) {
        this.tokens = tokens;
        this.part = part;
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
        return once("mask", () -> mask(in.texts()));
    }

    Tensor video() {
        return once(
                "video",
                () ->
                        part.map(p -> own(p, allVideo()))
                                .orElseGet(() -> model.video(frames(), in.training())));
    }

    Tensor text() {
        return once(
                "text",
                () ->
                        part.map(p -> own(p, allText()))
                                .orElseGet(() -> model.text(ids(), mask(), in.training())));
    }

    /** A part's rows among those of the whole batch. */
    private Tensor own(Part of, Tensor all) {
        int clips = in.texts().rows();
        return clips == all.size(0) ? all : all.narrow(0, of.first, clips);
    }

    /** Tokens of the clips of the batch that this is a part of, or of its own. */
    Tensor allVideo() {
        return part.map(p -> p.tokens.video().in(in.scope())).orElseGet(this::video);
    }

    /** Tokens of the texts of the batch that this is a part of, or of its own. */
    Tensor allText() {
        return part.map(p -> p.tokens.text().in(in.scope())).orElseGet(this::text);
    }

    /** Masks of the texts of the batch that this is a part of, or of its own. */
    Tensor allMask() {
        return part.map(p -> mask(p.tokens.texts())).orElseGet(this::mask);
    }

    private Tensor mask(TokenBatch texts) {
        return in.scope().of(texts.mask(), texts.rows(), texts.length());
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

    /** Asked for by the threads of several devices where this is a whole batch's step. */
    synchronized HardNegatives negatives() {
        if (negatives == null) {
            negatives =
                    part.flatMap(p -> p.whole.map(w -> own(p, w.negatives())))
                            .orElseGet(() -> in.negatives().of(similarity().matrix()));
        }
        return negatives;
    }

    private HardNegatives own(Part of, HardNegatives all) {
        return all.part(of.first, in.texts().rows());
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
