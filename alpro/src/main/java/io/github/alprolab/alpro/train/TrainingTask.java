package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.loss.LossValues;
import io.github.alprolab.alpro.loss.PretrainingLoss.NegativeChoice;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.tensor.Scope;
import java.util.Map;

/** What differs between training the prompter and pre-training. */
interface TrainingTask {

    /** All tensors of the model that learns. */
    StateDict state();

    AlproModel alpro();

    BatchMaker batches();

    /** The losses of a batch; in the graph when {@code training}. */
    LossValues losses(Scope scope, Batch batch, NegativeChoice negatives, boolean training);

    /** What is learned, in words that differ where it differs. */
    String objectives();

    /** A checkpoint's description after some steps. */
    CheckpointManifest manifest(int step, int epoch, Map<String, Double> metrics);
}
