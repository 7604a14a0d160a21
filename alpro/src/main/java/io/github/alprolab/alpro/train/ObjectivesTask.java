package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.BatchFigures;
import io.github.alprolab.alpro.objective.Chunks;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.objective.StepInputs;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.WordPieces;
import io.github.alprolab.datasets.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A model that learns by a weighted sum of objectives, and is judged by what it finds. */
final class ObjectivesTask implements TrainingTask {
    private static final double FIRST_TEMPERATURE = 0.07;

    private final String kind;
    private final ModelParts parts;
    private final StateDict state;
    private final AlproModel model;
    private final ObjectiveSum objectives;
    private final Map<Objective, Function<Step, StepTensor>> instead;
    private final List<ObjectivesTask> replicas;

    /** A new model; {@code kind} is that of its checkpoints. */
    ObjectivesTask(String kind, ModelParts parts, List<? extends Objective> objectives) {
        this(kind, parts, objectives, Map.of());
    }

    /**
     * A new model.
     *
     * @param kind of the checkpoints
     * @param instead losses that are computed in another way
     */
    ObjectivesTask(
            String kind,
            ModelParts parts,
            List<? extends Objective> objectives,
            Map<Objective, Function<Step, StepTensor>> instead) {
        this.kind = kind;
        this.parts = parts;
        this.instead = instead;
        this.state = new StateDict(parts.compute(), parts.first());
        this.model = new AlproModel(state.root(), parts.sizes(), FIRST_TEMPERATURE);
        this.objectives =
                new ObjectiveSum(
                        parts.compute(),
                        Objective.inOrder(List.copyOf(objectives)),
                        state,
                        model,
                        Optional.of(parts.words()));
        this.replicas =
                parts.replicas().stream()
                        .map(own -> new ObjectivesTask(kind, own, objectives, instead))
                        .toList();
    }

    @Override
    public List<ObjectivesTask> replicas() {
        return replicas;
    }

    @Override
    public StateDict state() {
        return state;
    }

    AlproModel alpro() {
        return model;
    }

    @Override
    public BatchMaker batches() {
        return parts.batches();
    }

    @Override
    public LoadRules rules(Start start) {
        return start.rules(objectives.classes());
    }

    @Override
    public void prepare() throws IOException {
        float[] temperature = model.temperature().floats();
        objectives.prepare();
        if (!parts.start().isEmpty()) { // a temperature that was learned goes on from there
            model.temperature().copyFrom(temperature);
        }
        for (ObjectivesTask replica : replicas) {
            replica.prepare();
        }
    }

    @Override
    public BatchFigures losses(
            Scope scope,
            Batch batch,
            RandomStreams streams,
            long number,
            boolean training,
            Consumer<Tensor> then) {
        return objectives.unread(inputs(scope, batch, streams, number, training), instead, then);
    }

    @Override
    public BatchFigures losses(
            Parted how, Batch batch, RandomStreams streams, long number, Consumer<Tensor> then) {
        Chunks chunks =
                new Chunks(
                        how.parts(),
                        how.seed(),
                        how.recompute(),
                        scope -> inputs(scope, batch, streams, number, true),
                        (scope, part) ->
                                inputs(
                                        scope,
                                        batch.part(part, how.parts()),
                                        streams,
                                        number,
                                        true));
        List<ObjectiveSum> others = replicas.stream().map(r -> r.objectives).toList();
        return BatchFigures.of(objectives.of(chunks, others, instead, then));
    }

    private StepInputs inputs(
            Scope scope, Batch batch, RandomStreams streams, long number, boolean training) {
        return new StepInputs(
                scope,
                () -> parts.frames(scope, batch),
                batch.texts(),
                batch.stills(),
                training,
                streams,
                number);
    }

    /** The figures of a validation batch, with a look at its unit vectors. */
    Map<Metric, Double> measured(
            Scope scope,
            Batch batch,
            RandomStreams streams,
            long number,
            BiConsumer<Tensor, Tensor> seen) {
        return objectives.of(inputs(scope, batch, streams, number, false), instead, seen);
    }

    /** The unit vectors of validation pairs that are too few for figures. */
    void features(
            Scope scope, Batch batch, RandomStreams streams, BiConsumer<Tensor, Tensor> seen) {
        objectives.features(inputs(scope, batch, streams, 0, false), seen);
    }

    @Override
    public List<Parameter> learning() {
        return state.trainable();
    }

    @Override
    public void beforeBatch() {
        model.clampTemperature();
        replicas.forEach(ObjectivesTask::beforeBatch);
    }

    @Override
    public void afterUpdate(int number, BatchFigures figures, Scope scope) {
        objectives.afterUpdate(number);
        replicas.forEach(r -> r.objectives.afterUpdate(number));
        // A copy: the next update changes the temperature itself.
        figures.add(Metric.TEMPERATURE, model.temperature().in(scope).scale(1));
    }

    @Override
    public Evaluation evaluation(List<List<Pair>> validation, long seed, int batch) {
        return new PairsEvaluation(parts.compute(), this, validation, seed, batch);
    }

    @Override
    public Metric judge() {
        return Metric.R10;
    }

    @Override
    public String objectives() {
        return kind
                + ": "
                + objectives.objectives().stream().map(this::named).toList()
                + parts.start();
    }

    private String named(Objective objective) {
        return objective.key() + " " + objective.shortIdentity();
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> all = new ArrayList<>(objectives.metrics());
        all.addAll(Metric.ofEveryTraining());
        return all;
    }

    @Override
    public Sizes sizes(int batch, List<Pair> validation) {
        List<String> captions = validation.stream().flatMap(p -> p.captions().stream()).toList();
        return new Sizes(
                batch,
                parts.words().size(),
                objectives.classes().size(),
                captions.isEmpty() ? Double.NaN : WordPieces.mostFrequentShare(captions));
    }

    @Override
    public CheckpointManifest manifest(int step, int epoch, Map<String, Double> metrics) {
        return parts.manifest(kind, objectives.classes(), step, epoch, metrics);
    }
}
