package io.github.alprolab.alpro.checkpoint;

import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Moves tensors between a state dict and a checkpoint, by name. */
public final class StateDictFile {
    private StateDictFile() {}

    /** Copies of all tensors, tied ones once. */
    public static List<StoredTensor> stored(StateDict state) {
        return state.unique().stream().map(StateDictFile::stored).toList();
    }

    /**
     * Fills every tensor of {@code state} from the checkpoint's model. Positions in time and space
     * are resized where the clip's frames or size differ.
     *
     * @throws IOException when a tensor is missing, unexpected or of another shape
     */
    public static void load(Checkpoint checkpoint, StateDict state) throws IOException {
        Set<String> missing = new TreeSet<>();
        state.unique().forEach(p -> missing.add(p.name()));
        List<String> unexpected = new ArrayList<>();
        checkpoint.tensors(
                Checkpoint.MODEL,
                tensor -> {
                    var target = state.find(tensor.name());
                    if (target.isPresent()) {
                        fill(target.get(), tensor);
                        missing.remove(tensor.name());
                    } else {
                        unexpected.add(tensor.name());
                    }
                });
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw new IOException(
                    "The checkpoint does not fit this model. Missing: "
                            + missing
                            + ". Unexpected: "
                            + unexpected
                            + ".");
        }
    }

    private static void fill(Parameter target, StoredTensor tensor) throws IOException {
        if (!tensor.isFloat()) {
            return; // the one integer buffer counts 0, 1, … in every file
        }
        long[] shape = target.value().shape();
        StoredTensor fitting = PositionResize.fit(tensor, shape);
        if (!Arrays.equals(fitting.shape(), shape)) {
            throw new IOException(
                    "%s has shape %s in the checkpoint and %s in this model."
                            .formatted(
                                    tensor.name(),
                                    Arrays.toString(tensor.shape()),
                                    Arrays.toString(shape)));
        }
        target.value().copyFrom(fitting.values());
    }

    private static StoredTensor stored(Parameter parameter) {
        long[] shape = parameter.value().shape();
        return parameter.value().isFloat()
                ? StoredTensor.of(parameter.name(), shape, parameter.value().floats())
                : StoredTensor.of(parameter.name(), shape, parameter.value().longs());
    }
}
