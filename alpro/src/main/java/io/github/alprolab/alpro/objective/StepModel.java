package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.function.Supplier;

/**
 * The networks as a loss may use them, on inputs of its own. What every objective reads of the
 * batch itself is computed once by {@link Step}.
 */
public final class StepModel {
    private final SharedStep shared;
    private final Step step;
    private final AlproModel model;
    private final boolean teacher;

    StepModel(SharedStep shared, Step step, AlproModel model, boolean teacher) {
        this.shared = shared;
        this.step = step;
        this.model = model;
        this.teacher = teacher;
    }

    /** Frames (B, T, 3, H, W) to tokens (B, 1 + P, D): CLS, then patches. */
    public StepTensor video(StepTensor frames) {
        long[] wanted = shared.frames().shape();
        step.requireShape("video", frames, 5, -1, wanted[1], wanted[2], wanted[3], wanted[4]);
        return run(() -> model.video(frames.tensor(), trains()));
    }

    /** Word pieces in rows as long as the batch's texts, with their padding, to (B, L, D). */
    public StepTensor text(long[] pieces) {
        int length = shared.in().texts().length();
        if (pieces.length != shared.in().texts().ids().length) {
            throw new IllegalArgumentException(
                    "Objective “%s”: text(…) reads %d rows of %d word pieces and is given %d pieces."
                            .formatted(step.name(), step.clips(), length, pieces.length));
        }
        return text(shared.in().scope().of(pieces, step.clips(), length));
    }

    /** The same of pieces (B, L) on the device. */
    StepTensor text(Tensor ids) {
        return run(() -> model.text(ids, shared.mask(), trains()));
    }

    /** Video tokens (N, 1 + P, D) to unit vectors (N, d). */
    public StepTensor videoFeatures(StepTensor video) {
        step.requireShape("videoFeatures", video, 3, -1, -1, model.config().video().width());
        return run(() -> model.videoFeature(video.tensor()));
    }

    /** Text tokens (N, L, D) to unit vectors (N, d). */
    public StepTensor textFeatures(StepTensor text) {
        step.requireShape("textFeatures", text, 3, -1, -1, model.config().video().width());
        return run(() -> model.textFeature(text.tensor()));
    }

    /**
     * The first {@code rows} fused tokens (N, rows, D) of texts (N, L, D) with their mask (N, L),
     * and videos (N, 1 + P, D).
     */
    public StepTensor fuse(StepTensor text, StepTensor mask, StepTensor video, int rows) {
        long width = model.config().video().width();
        step.requireShape("fuse, text", text, 3, -1, -1, width);
        step.requireShape("fuse, mask", mask, 2, text.size(0), text.size(1));
        step.requireShape("fuse, video", video, 3, text.size(0), -1, width);
        return run(() -> model.fuse(text.tensor(), mask.tensor(), video.tensor(), rows, trains()));
    }

    /** Fused CLS (N, D) to scores of no match and match, (N, 2). */
    public StepTensor matching(StepTensor cls) {
        step.requireShape("matching", cls, 2, -1, model.config().video().width());
        return run(() -> model.matching(cls.tensor()));
    }

    /** Fused word tokens (R, D) to word scores (R, V). */
    public StepTensor words(StepTensor tokens) {
        step.requireShape("words", tokens, 2, -1, model.config().video().width());
        return run(() -> model.words(tokens.tensor()));
    }

    /**
     * Similarity of each of the batch's videos (rows) with each text over the temperature of these
     * networks, (B, B).
     */
    public StepTensor similarity() {
        StepTensor videos = videoFeatures(video(step.frames()));
        StepTensor texts = textFeatures(text(step.pieces()));
        return videos.matmul(texts.transpose(0, 1))
                .divide(step.wrapped(model.temperature().in(shared.in().scope())));
    }

    private boolean trains() {
        return shared.in().training() && !teacher;
    }

    private StepTensor run(Supplier<Tensor> work) {
        Tensor result = teacher ? shared.withoutGradient(work) : work.get();
        return step.wrapped(result);
    }
}
