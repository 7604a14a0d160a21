package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.BatchFigures;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.datasets.Pair;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A model that learns, what it learns by, and how that is measured: all the loop asks for. */
interface TrainingTask {
    /** All tensors of the model. */
    StateDict state();

    /** Those that an optimiser changes. */
    List<Parameter> learning();

    /** The same on further devices, in their order; they have no others. */
    List<? extends TrainingTask> replicas();

    /** Makes its batches. */
    BatchMaker batches();

    /** What may differ between a file that it starts from and its model. */
    LoadRules rules(Start start);

    /**
     * Gets all ready, once the first weights are in place.
     *
     * @throws IOException when something that it needs cannot be read
     */
    default void prepare() throws IOException {}

    /** Before each batch of a training. */
    default void beforeBatch() {}

    /**
     * The figures of a batch; in the graph when {@code training}.
     *
     * @param number of the batch, which its draws depend on
     * @param then gets the total loss before figures are read
     */
    BatchFigures losses(
            Scope scope,
            Batch batch,
            RandomStreams streams,
            long number,
            boolean training,
            Consumer<Tensor> then);

    /**
     * The figures of a training batch that is computed in parts, of which one at a time is in the
     * graph on each device; values and gradients are those of the whole up to rounding. Gradients
     * of a device's parts arrive at its own replica.
     *
     * @param then gets, several times, what a backward pass is to begin at; the gradients add up
     */
    BatchFigures losses(
            Parted how, Batch batch, RandomStreams streams, long number, Consumer<Tensor> then);

    /**
     * After update {@code number}, 1, 2, …
     *
     * @param figures gets those of the model as it is now
     * @param scope that outlives the reading of the figures
     */
    void afterUpdate(int number, BatchFigures figures, Scope scope);

    /**
     * What measures it after each epoch.
     *
     * @param validation pairs of each data set, since all of a batch is from one
     */
    Evaluation evaluation(List<List<Pair>> validation, long seed, int batch);

    /** The figure of the evaluation whose highest value marks the best epoch. */
    Metric judge();

    /** What is learned, in words that differ where it differs. */
    String objectives();

    /** Every figure that the training will tell. */
    List<Metric> metrics();

    /** What the value of a model that knows nothing depends on. */
    Sizes sizes(int batch, List<Pair> validation);

    /** A checkpoint's description after some steps. */
    CheckpointManifest manifest(int step, int epoch, Map<String, Double> metrics);
}
