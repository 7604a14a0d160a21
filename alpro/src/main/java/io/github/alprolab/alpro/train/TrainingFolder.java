package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.Checkpoint;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.optim.AdamW;
import io.github.alprolab.alpro.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checkpoints of one training: the last with the optimiser's state, and the best. */
final class TrainingFolder {
    private static final String FIRST = "first_moment.";
    private static final String SECOND = "second_moment.";

    private final Path last;
    private final Path best;

    TrainingFolder(Path folder) {
        this.last = folder.resolve("last.alpro");
        this.best = folder.resolve("best.alpro");
    }

    Path last() {
        return last;
    }

    Path best() {
        return Files.exists(best) ? best : last;
    }

    void writeBest(CheckpointManifest manifest, StateDict state) throws IOException {
        Checkpoint.write(best, manifest, Map.of(Checkpoint.MODEL, StateDictFile.stored(state)));
    }

    void writeLast(CheckpointManifest manifest, StateDict state, AdamW optimizer)
            throws IOException {
        Map<String, List<StoredTensor>> groups = new LinkedHashMap<>();
        groups.put(Checkpoint.MODEL, StateDictFile.stored(state));
        List<StoredTensor> moments = new ArrayList<>();
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            String name = optimizer.parameters().get(i).name();
            moments.add(stored(FIRST + name, optimizer.firstMoments().get(i)));
            moments.add(stored(SECOND + name, optimizer.secondMoments().get(i)));
        }
        groups.put(Checkpoint.OPTIMIZER, moments);
        Checkpoint.write(last, manifest, groups);
    }

    /** The best validation recall that was written, for a training that goes on. */
    double bestRecall() throws IOException {
        return Files.exists(best)
                ? CheckpointManifest.read(best)
                        .metrics()
                        .getOrDefault(Quantity.TEXT_TO_VIDEO_R10.name(), -1.0)
                : -1;
    }

    /** Restores model and optimiser from the last checkpoint, where there is one. */
    Optional<CheckpointManifest> resume(StateDict state, AdamW optimizer) throws IOException {
        if (!Files.exists(last)) {
            return Optional.empty();
        }
        Checkpoint checkpoint = Checkpoint.open(last);
        StateDictFile.load(checkpoint, state);
        Map<String, Tensor> moments = new HashMap<>();
        for (int i = 0; i < optimizer.parameters().size(); i++) {
            Parameter parameter = optimizer.parameters().get(i);
            moments.put(FIRST + parameter.name(), optimizer.firstMoments().get(i));
            moments.put(SECOND + parameter.name(), optimizer.secondMoments().get(i));
        }
        checkpoint.tensors(Checkpoint.OPTIMIZER, t -> moments.get(t.name()).copyFrom(t.values()));
        return Optional.of(checkpoint.manifest());
    }

    private static StoredTensor stored(String name, Tensor tensor) {
        return StoredTensor.of(name, tensor.shape(), tensor.floats());
    }
}
