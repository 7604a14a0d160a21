package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.answering.AnswerHead;
import io.github.alprolab.alpro.answering.Answerer;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.loss.Answering;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.BatchFigures;
import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Computes;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.datasets.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A model that learns to answer questions, and is judged by how often it is right. */
final class AnsweringTask implements TrainingTask {
    private final ModelParts parts;
    private final AnswerHead head;
    private final Freezing freezing;
    private final AnsweringData data;
    private final StateDict state;
    private final AnsweringModel model;
    private final BatchMaker batches;
    private final List<AnsweringTask> replicas;

    AnsweringTask(ModelParts parts, AnswerHead head, Freezing freezing, AnsweringData data) {
        this.parts = parts;
        this.batches = parts.batches().everyText();
        this.head = head;
        this.freezing = freezing;
        this.data = data;
        this.state = new StateDict(parts.compute(), parts.first());
        this.model = new AnsweringModel(state.root(), parts.sizes(), head.classes());
        this.replicas =
                parts.replicas().stream()
                        .map(own -> new AnsweringTask(own, head, freezing, data))
                        .toList();
    }

    @Override
    public List<AnsweringTask> replicas() {
        return replicas;
    }

    @Override
    public StateDict state() {
        return state;
    }

    @Override
    public List<Parameter> learning() {
        return AnsweringModel.trainable(state, freezing);
    }

    @Override
    public BatchMaker batches() {
        return batches;
    }

    @Override
    public LoadRules rules(Start start) {
        return head.rules();
    }

    @Override
    public BatchFigures losses(
            Scope scope,
            Batch batch,
            RandomStreams streams,
            long number,
            boolean training,
            Consumer<Tensor> then) {
        long[] labels =
                batch.pairs().stream()
                        .flatMap(p -> data.labels(p).stream())
                        .mapToLong(OptionalInt::orElseThrow)
                        .toArray();
        Tensor pixels = parts.frames(scope, batch);
        int length = batch.texts().length();
        Answering answering =
                Answering.of(
                        model,
                        clipOfEach(batch, model.alpro().video(pixels, training)),
                        scope.of(batch.texts().ids(), labels.length, length),
                        scope.of(batch.texts().mask(), labels.length, length),
                        labels,
                        training);
        then.accept(answering.loss());
        BatchFigures figures = new BatchFigures();
        figures.add(Metric.TOTAL_LOSS, answering.loss());
        figures.add(Metric.ANSWER_LOSS, answering.loss());
        // Classes behind the answers stand for none, and are never the best.
        Tensor best = answering.logits().narrow(1, 0, data.labels().size()).argMax();
        Tensor right = scope.of(labels, labels.length);
        figures.addShareOfZeros(Metric.ANSWER_ACCURACY, best.subtract(right).scale(1.0));
        return figures;
    }

    /** A mean over questions, which no question of another part has a say in. */
    @Override
    public BatchFigures losses(
            Parted how, Batch batch, RandomStreams streams, long number, Consumer<Tensor> then) {
        List<AnsweringTask> devices = new ArrayList<>(List.of(this));
        devices.addAll(replicas);
        int own = how.parts() / devices.size();
        List<Map<Metric, Double>> told =
                new ArrayList<>(Collections.nCopies(how.parts(), Map.of()));
        Computes.each(
                devices.stream().map(task -> task.parts.compute()).toList(),
                device -> {
                    for (int i = device * own; i < (device + 1) * own; i++) {
                        told.set(i, devices.get(device).part(i, how, batch, streams, number, then));
                    }
                });
        Map<Metric, Double> values = new LinkedHashMap<>();
        told.forEach(some -> some.forEach((m, v) -> values.merge(m, v, Double::sum)));
        return BatchFigures.of(values);
    }

    /** What a part counts in the figures of its batch. */
    private Map<Metric, Double> part(
            int index,
            Parted how,
            Batch batch,
            RandomStreams streams,
            long number,
            Consumer<Tensor> then) {
        Batch part = batch.part(index, how.parts());
        double weight = (double) part.texts().rows() / batch.texts().rows();
        long seed = new RandomStreams(how.seed()).seedOf("part", index);
        try (Scope scope = parts.compute().trainingScope(seed, how.recompute())) {
            Map<Metric, Double> values =
                    losses(scope, part, streams, number, true, t -> then.accept(t.scale(weight)))
                            .read();
            values.replaceAll((metric, value) -> weight * value);
            return values;
        }
    }

    /** The video tokens of each question's clip; several questions may share one. */
    private static Tensor clipOfEach(Batch batch, Tensor video) {
        int[] owners =
                IntStream.range(0, batch.clips())
                        .flatMap(i -> batch.pairs().get(i).captions().stream().mapToInt(c -> i))
                        .toArray();
        return owners.length == batch.clips() ? video : video.rows(owners);
    }

    @Override
    public void afterUpdate(int number, BatchFigures figures, Scope scope) {
        // It has no figures of its own.
    }

    @Override
    public Evaluation evaluation(List<List<Pair>> validation, long seed, int batch) {
        List<Pair> all = validation.stream().flatMap(List::stream).toList();
        Answerer answerer =
                new Answerer(
                        parts.compute(), model, parts.batches(), data.labels().answers(), batch);
        return () ->
                all.isEmpty()
                        ? Map.of()
                        : new AnswerScores(
                                        answerer.scores(all),
                                        all.stream().flatMap(p -> data.labels(p).stream()).toList())
                                .figures(data.labels().size());
    }

    @Override
    public Metric judge() {
        return Metric.ANSWER_ACCURACY;
    }

    @Override
    public String objectives() {
        return "answering: cross-entropy over %d classes, %s, freezing %s%s"
                .formatted(head.classes(), data.identity(), freezing, parts.start());
    }

    @Override
    public List<Metric> metrics() {
        double floor = data.floor();
        return List.of(
                Metric.TOTAL_LOSS,
                Metric.ANSWER_LOSS,
                Double.isNaN(floor)
                        ? Metric.ANSWER_ACCURACY
                        : Metric.ANSWER_ACCURACY.with(Chance.of("majority answer", floor)),
                Metric.GRADIENT_NORM,
                Metric.LEARNING_RATE,
                Metric.CLIPS_PER_SECOND,
                Metric.WAITED_FOR_DATA);
    }

    @Override
    public Sizes sizes(int batch, List<Pair> validation) {
        return new Sizes(batch, parts.words().size(), head.classes(), Double.NaN);
    }

    @Override
    public CheckpointManifest manifest(int step, int epoch, Map<String, Double> metrics) {
        return parts.manifest("answering", data.labels().answers(), step, epoch, metrics);
    }
}
