package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What the objectives of a step share: each is computed when the first of them asks for it. */
final class SharedStep {
    private final Compute compute;
    private final AlproModel model;
    private final Optional<Vocabulary> vocabulary;
    private final StepInputs in;
    private final boolean tokens;
    private final Optional<Part> part;
    private final Map<String, Tensor> known = new HashMap<>();
    private Tensor negativeRows;
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
        return both(texts).select(0, 1).atLeast(1);
    }

    private Tensor ids() {
        return both(in.texts()).select(0, 0);
    }

    /** Ids and mask, (2, B, L): one copy to the device. */
    private Tensor both(TokenBatch texts) {
        return in.scope().of(texts.idsAndMask(), 2, texts.rows(), texts.length());
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
        long[] rows = negativeRows().longs();
        int[] all = LongStream.of(rows).mapToInt(Math::toIntExact).toArray();
        int pairs = all.length / 2;
        return new HardNegatives(
                Arrays.copyOf(all, pairs), Arrays.copyOfRange(all, pairs, 2 * pairs));
    }

    /**
     * Places of a wrong clip for each text, then of a wrong text for each clip, (2, B) as int64.
     * Asked for by the threads of several devices where this is a whole batch's step.
     */
    synchronized Tensor negativeRows() {
        if (negativeRows == null) {
            negativeRows =
                    part.flatMap(p -> p.whole.map(w -> rows(p, w.negativeRows())))
                            .orElseGet(this::chosenNegatives);
        }
        return negativeRows;
    }

    private Tensor rows(Part of, Tensor ofWhole) {
        Tensor some = ofWhole.in(in.scope()).narrow(1, of.first, in.texts().rows());
        return some.beside(in.scope().full(0));
    }

    private Tensor chosenNegatives() {
        int pairs = in.texts().rows();
        HardNegatives.requireTwo(pairs);
        Tensor similarity = similarity().detached();
        if (in.negatives().isEmpty()) {
            return similarity.drawnOthers(in.drawsOfNegatives(pairs));
        }
        HardNegatives given = in.negatives().get().of(similarity.matrix());
        IntStream both =
                IntStream.concat(
                        IntStream.of(given.videoOfText()), IntStream.of(given.textOfVideo()));
        return in.scope().of(both.asLongStream().toArray(), 2, pairs);
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
