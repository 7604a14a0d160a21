package io.github.alprolab.alpro.answering;

import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.retrieval.FeatureEncoder;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers questions about clips. Every clip is encoded once, however many questions it has. */
public final class Answerer {
    private final Compute compute;
    private final AnsweringModel model;
    private final BatchMaker batches;
    private final List<String> answers;
    private final int batch;

    /**
     * For a trained model.
     *
     * @param answers names of the classes in order; the published head may have more classes than
     *     that, which are never chosen
     * @param batch clips, and questions, computed at once
     * @throws IllegalArgumentException for more answers than the model has classes
     */
    public Answerer(
            Compute compute,
            AnsweringModel model,
            BatchMaker batches,
            List<String> answers,
            int batch) {
        if (answers.isEmpty() || answers.size() > model.classes()) {
            throw new IllegalArgumentException(
                    "%d answers are given; this model tells 1 to %d apart."
                            .formatted(answers.size(), model.classes()));
        }
        this.compute = compute;
        this.model = model;
        this.batches = batches;
        this.answers = List.copyOf(answers);
        this.batch = batch;
    }

    /** Encodes clips from evenly sampled frames. */
    public VideoFeatures videos(List<Pair> clips) {
        return new FeatureEncoder(compute, model.alpro(), batches).videos(clips, batch, true);
    }

    /**
     * Answers questions.
     *
     * @param clips for each question the index of its clip
     * @return for each question the probabilities of all answers
     */
    public List<Distribution> answer(VideoFeatures videos, int[] clips, List<String> questions) {
        if (clips.length != questions.size()) {
            throw new IllegalArgumentException(
                    "%d questions and %d clips are given; each question needs its clip."
                            .formatted(questions.size(), clips.length));
        }
        List<Distribution> all = new ArrayList<>();
        for (int start = 0; start < clips.length; start += batch) {
            int end = Math.min(clips.length, start + batch);
            TokenBatch texts = batches.tokens(questions.subList(start, end));
            all.addAll(answer(videos, Arrays.copyOfRange(clips, start, end), texts));
        }
        return all;
    }

    private List<Distribution> answer(VideoFeatures videos, int[] clips, TokenBatch texts) {
        try (Scope scope = compute.scope()) {
            Tensor logits =
                    model.answers(
                            tokens(scope, videos, clips),
                            scope.of(texts.ids(), texts.rows(), texts.length()),
                            scope.of(texts.mask(), texts.rows(), texts.length()),
                            false);
            Tensor known = logits.narrow(1, 0, answers.size()).softmax();
            List<Distribution> some = new ArrayList<>();
            for (float[] row : known.matrix()) {
                some.add(Distribution.of(answers, row));
            }
            return some;
        }
    }

    private Tensor tokens(Scope scope, VideoFeatures videos, int[] clips) {
        int width = model.alpro().config().video().width();
        int length = videos.tokens()[0].length;
        float[] values = new float[clips.length * length];
        for (int i = 0; i < clips.length; i++) {
            System.arraycopy(videos.tokens()[clips[i]], 0, values, i * length, length);
        }
        return scope.of(values, clips.length, length / width, width);
    }
}
