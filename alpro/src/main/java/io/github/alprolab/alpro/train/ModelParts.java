package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.List;
import java.util.Map;

/**
 * What the model of a training is made of, once its data is known.
 *
 * @param compute where it lives
 * @param others further devices that have replicas of it
 * @param sizes with the number of its word pieces
 * @param words its word pieces
 * @param batches makes its batches
 * @param first of its first weights
 * @param start which trained weights it gets, in words; empty for others
 */
record ModelParts(
        Compute compute,
        List<Compute> others,
        AlproConfig sizes,
        Vocabulary words,
        BatchMaker batches,
        RandomStreams first,
        String start) {

    /** The same for each replica. */
    List<ModelParts> replicas() {
        return others.stream()
                .map(c -> new ModelParts(c, List.of(), sizes, words, batches, first, start))
                .toList();
    }

    /** What a checkpoint of this model says. */
    CheckpointManifest manifest(
            String kind, List<String> classes, int step, int epoch, Map<String, Double> metrics) {
        return new CheckpointManifest(
                CheckpointManifest.FORMAT,
                kind,
                sizes,
                words.pieces(),
                classes,
                step,
                epoch,
                metrics);
    }

    /** The clips of a batch, (B, T, 3, H, W). */
    Tensor frames(Scope scope, Batch batch) {
        return scope.frames(
                batch.pixels(), batch.clips(), sizes.video().frames(), sizes.video().imageSize());
    }
}
