package io.github.alprolab.alpro.checkpoint;

import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes tensors one by one and puts them where they belong. */
final class StateDictFilling {
    private static final String BERT = "text_encoder.bert.";
    private static final String PLAIN = "text_encoder.";

    private final StateDict state;
    private final Set<String> missing = new TreeSet<>();
    private final List<String> loaded = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> resized = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();

    StateDictFilling(StateDict state) {
        this.state = state;
        state.unique().forEach(p -> missing.add(p.name()));
    }

    void accept(StoredTensor tensor) throws IOException {
        Optional<Parameter> target = target(tensor.name());
        if (target.isEmpty()) {
            unexpected.add(tensor.name());
            return;
        }
        fill(target.get(), tensor);
        if (missing.remove(target.get().name())) {
            loaded.add(target.get().name());
        }
    }

    LoadReport report() {
        return new LoadReport(loaded, List.copyOf(missing), unexpected, resized, renamed);
    }

    private Optional<Parameter> target(String name) {
        Optional<Parameter> same = state.find(name);
        if (same.isPresent() || !name.startsWith(PLAIN)) {
            return same;
        }
        String other =
                name.startsWith(BERT)
                        ? PLAIN + name.substring(BERT.length())
                        : BERT + name.substring(PLAIN.length());
        Optional<Parameter> found = state.find(other);
        found.ifPresent(p -> renamed.add(name + " → " + p.name()));
        return found;
    }

    private void fill(Parameter target, StoredTensor tensor) throws IOException {
        if (!target.value().isFloat()) {
            return; // the one integer buffer counts 0, 1, … in every file
        }
        long[] shape = target.value().shape();
        StoredTensor fitting = PositionResize.fit(tensor, shape);
        if (!Arrays.equals(fitting.shape(), shape)) {
            throw new IOException(
                    "%s has shape %s in the file and %s in this model."
                            .formatted(
                                    tensor.name(),
                                    Arrays.toString(tensor.shape()),
                                    Arrays.toString(shape)));
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            resized.add(
                    "%s %s → %s"
                            .formatted(
                                    tensor.name(),
                                    Arrays.toString(tensor.shape()),
                                    Arrays.toString(shape)));
        }
        target.value().copyFrom(fitting.values());
    }
}
