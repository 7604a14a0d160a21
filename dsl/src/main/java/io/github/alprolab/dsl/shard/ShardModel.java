package io.github.alprolab.dsl.shard;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Precision;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.RetrievalPlace;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.WeightsHash;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model as a process opens it that has nothing but this and the file.
 *
 * @param file of the checkpoint
 * @param heads attention heads of each block; 0 where the file says it
 * @param hash of its weights, which are compared when it is opened
 * @param input what it reads of a clip and of a text
 * @param cpu whether processors compute even where a process has a GPU
 * @param precision of the encoders' products, not AUTO: all processes have the same
 */
public record ShardModel(
        String file, int heads, String hash, RetrievalInput input, boolean cpu, Precision precision)
        implements Serializable {
    /** In FP32, on the first GPU of a process or its processors. */
    public static ShardModel of(ModelFile file, String hash, RetrievalInput input) {
        return of(file, hash, input, false, Precision.FP32);
    }

    /** With all that can be chosen. */
    public static ShardModel of(
            ModelFile file, String hash, RetrievalInput input, boolean cpu, Precision precision) {
        String path = file.path().toAbsolutePath().toString();
        return new ShardModel(path, file.heads(), hash, input, cpu, precision);
    }

    /** The same where its file lies elsewhere. */
    public ShardModel at(String elsewhere) {
        return new ShardModel(elsewhere, heads, hash, input, cpu, precision);
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws AdviceException C50 where the file has other weights; where it cannot be read
     */
    public Retriever open() {
        ModelFile model = new ModelFile(Path.of(file), heads);
        try {
            requireSame(WeightsHash.of(model));
            DeviceChoice device = cpu ? DeviceChoice.CPU : DeviceChoice.AUTO;
            RetrievalPlace place = new RetrievalPlace(device, precision, Optional.empty());
            return Retriever.load(model, input, FrameCache.ofBytes(0), place, () -> {});
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used",
                    e,
                    "Put the file back where it was; Checkpoint.load(path) says what is wrong");
        }
    }

    private void requireSame(String found) {
        if (!found.equals(hash)) {
            throw new AdviceException(
                    "C50",
                    "%s has other weights (%.8s) than this was begun with (%.8s)."
                            .formatted(file, found, hash),
                    "Put the model back, or begin anew with this one, .into(\"another-folder\")");
        }
    }
}
