package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.objective.StepInputs;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.text.WordPieces;
import io.github.alprolab.datasets.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A model that learns, and its objectives. */
final class TrainingTask {
    private final String kind;
    private final AlproConfig config;
    private final Vocabulary vocabulary;
    private final BatchMaker batches;
    private final StateDict state;
    private final AlproModel model;
    private final ObjectiveSum objectives;
    private final Map<Objective, Function<Step, StepTensor>> instead;

    /**
     * A new model.
     *
     * @param kind of the checkpoints
     * @param config sizes with the vocabulary's
     * @param first of its first weights
     * @param instead losses that are computed in another way
     */
    TrainingTask(
            String kind,
            Compute compute,
            AlproConfig config,
            List<Objective> objectives,
            Vocabulary vocabulary,
            BatchMaker batches,
            RandomStreams first,
            Map<Objective, Function<Step, StepTensor>> instead) {
        this.kind = kind;
        this.config = config;
        this.vocabulary = vocabulary;
        this.batches = batches;
        this.instead = instead;
        this.state = new StateDict(compute, first);
        this.model = new AlproModel(state.root(), config, 0.07);
        this.objectives =
                new ObjectiveSum(
                        compute,
                        Objective.inOrder(objectives),
                        state,
                        model,
                        Optional.of(vocabulary));
    }

    /** All tensors of the model that learns. */
    StateDict state() {
        return state;
    }

    AlproModel alpro() {
        return model;
    }

    BatchMaker batches() {
        return batches;
    }

    /** Gets the objectives ready, once the first weights are in place. */
    void prepare() throws IOException {
        objectives.prepare();
    }

    /**
     * The figures of a batch; in the graph when {@code training}.
     *
     * @param then gets the total loss before figures are read
     */
    Map<Metric, Double> losses(
            Scope scope,
            Batch batch,
            RandomStreams streams,
            long number,
            boolean training,
            Consumer<Tensor> then) {
        int frames = config.video().frames();
        int size = config.video().imageSize();
        StepInputs in =
                new StepInputs(
                        scope,
                        () -> scope.frames(batch.pixels(), batch.clips(), frames, size),
                        batch.texts(),
                        batch.stills(),
                        training,
                        streams,
                        number);
        return objectives.of(in, instead, then);
    }

    void afterUpdate(int number) {
        objectives.afterUpdate(number);
    }

    /** What is learned, in words that differ where it differs. */
    String objectives() {
        return kind + ": " + objectives.objectives().stream().map(this::named).toList();
    }

    private String named(Objective objective) {
        return objective.key() + " " + objective.shortIdentity();
    }

    /** Every figure that the training will tell. */
    List<Metric> metrics() {
        List<Metric> all = new ArrayList<>(objectives.metrics());
        all.addAll(Metric.ofEveryTraining());
        return all;
    }

    /** What the value of a model that knows nothing depends on. */
    Sizes sizes(int batch, List<Pair> validation) {
        List<String> captions = validation.stream().flatMap(p -> p.captions().stream()).toList();
        return new Sizes(
                batch,
                vocabulary.size(),
                objectives.classes().size(),
                captions.isEmpty() ? Double.NaN : WordPieces.mostFrequentShare(captions));
    }

    /** A checkpoint's description after some steps. */
    CheckpointManifest manifest(int step, int epoch, Map<String, Double> metrics) {
        return new CheckpointManifest(
                CheckpointManifest.FORMAT,
                kind,
                config,
                vocabulary.pieces(),
                objectives.classes(),
                step,
                epoch,
                metrics);
    }
}
