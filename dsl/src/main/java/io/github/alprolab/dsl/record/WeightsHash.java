package io.github.alprolab.dsl.record;

import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;

/**
 * The identity of a trained model: its sizes, vocabulary and weights. Free of times and of the
 * order of keys in the file, so that the same training on the same machine gives the same hash.
 */
public final class WeightsHash {
    private WeightsHash() {}

    /**
     * Reads a checkpoint, verifying it.
     *
     * @throws IOException when it is missing or damaged
     */
    public static String of(ModelFile file) throws IOException {
        TrainedModel checkpoint = TrainedModel.open(file);
        Digest sum = Digest.sha256();
        // A choice that is as before leaves the hashes of older models as they were.
        sum.add(checkpoint.manifest().config().toString().replace(", attention=DIVIDED", ""));
        checkpoint.manifest().vocabulary().forEach(sum::add);
        checkpoint.tensors().read(t -> sum.add(t.name()).add(t.values()));
        return sum.hex();
    }
}
