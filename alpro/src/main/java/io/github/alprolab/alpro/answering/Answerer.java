package io.github.alprolab.alpro.answering;

import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.data.MadeAhead;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.retrieval.FeatureEncoder;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Answers questions about clips. Every clip is encoded once, however many questions it has, and no
 * more clips than a batch are kept at a time.
 */
public final class Answerer {
    private final Compute compute;
    private final AnsweringModel model;
    private final BatchMaker batches;
    private final List<String> answers;
    private final int batch;
    private final Runnable before;

    /** One that nothing looks at in between batches. */
    public Answerer(
            Compute compute,
            AnsweringModel model,
            BatchMaker batches,
            List<String> answers,
            int batch) {
        this(compute, model, batches, answers, batch, () -> {});
    }

    /**
     * For a trained model.
     *
     * @param answers names of the classes in order; the published head may have more classes than
     *     that, which are never chosen
     * @param batch clips, and questions, computed at once
     * @param before run ahead of every batch; what it throws ends the work
     * @throws IllegalArgumentException for more answers than the model has classes
     */
    public Answerer(
            Compute compute,
            AnsweringModel model,
            BatchMaker batches,
            List<String> answers,
            int batch,
            Runnable before) {
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
        this.before = before;
    }

    /**
     * Answers questions.
     *
     * @param asked clips, each with a question as its first caption
     * @return for each question the probabilities of all answers
     */
    public List<Distribution> answer(List<Pair> asked) {
        return scores(asked).stream().map(row -> Distribution.softmax(answers, row)).toList();
    }

    /**
     * Scores all classes, before the softmax.
     *
     * @param asked clips, each with a question as its first caption
     * @return for each question C scores; beyond the answers they stand for nothing
     */
    public List<float[]> scores(List<Pair> asked) {
        Map<ClipSource, List<Integer>> ofClip = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            ofClip.computeIfAbsent(asked.get(i).clip(), clip -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> clips = List.copyOf(ofClip.values());
        List<List<List<Integer>>> groups =
                IntStream.iterate(0, start -> start < clips.size(), start -> start + batch)
                        .mapToObj(s -> clips.subList(s, Math.min(clips.size(), s + batch)))
                        .toList();
        float[][] all = new float[asked.size()][];
        FeatureEncoder encoder = new FeatureEncoder(compute, model.alpro(), batches);
        try (MadeAhead<byte[]> decoded =
                new MadeAhead<>(
                        groups.stream()
                                .map(group -> firsts(asked, group))
                                .map(some -> () -> encoder.pixels(some)))) {
            for (List<List<Integer>> group : groups) {
                before.run();
                byte[] pixels = decoded.nextThroughInterrupts();
                try (VideoFeatures videos = encoder.videos(firsts(asked, group), pixels)) {
                    score(videos, asked, group, all);
                }
            }
        }
        return Arrays.asList(all);
    }

    /** The first question about each clip. */
    private static List<Pair> firsts(List<Pair> asked, List<List<Integer>> clips) {
        return clips.stream().map(c -> asked.get(c.get(0))).toList();
    }

    /** Fills in the scores of all questions about some clips. */
    private void score(
            VideoFeatures videos, List<Pair> asked, List<List<Integer>> clips, float[][] all) {
        List<Integer> places = clips.stream().flatMap(List::stream).toList();
        List<Integer> clipOf = new ArrayList<>();
        for (int clip = 0; clip < clips.size(); clip++) {
            for (int i = 0; i < clips.get(clip).size(); i++) {
                clipOf.add(clip);
            }
        }
        for (int start = 0; start < places.size(); start += batch) {
            before.run();
            int end = Math.min(places.size(), start + batch);
            List<Integer> some = places.subList(start, end);
            float[][] rows =
                    scores(
                            videos,
                            clipOf.subList(start, end),
                            some.stream().map(i -> asked.get(i).captions().get(0)).toList());
            for (int i = 0; i < rows.length; i++) {
                all[some.get(i)] = rows[i];
            }
        }
    }

    private float[][] scores(VideoFeatures videos, List<Integer> clips, List<String> questions) {
        TokenBatch texts = batches.tokens(questions);
        try (Scope scope = compute.scope()) {
            return model.answers(
                            videos.tokens(scope, clips.stream().mapToInt(i -> i).toArray()),
                            scope.of(texts.ids(), texts.rows(), texts.length()),
                            scope.of(texts.mask(), texts.rows(), texts.length()),
                            false)
                    .matrix();
        }
    }
}
