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
    private final LoadRules rules;
    private final Set<String> missing = new TreeSet<>();
    private final List<String> loaded = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> otherShape = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> resized = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private final List<String> narrowed = new ArrayList<>();

    StateDictFilling(StateDict state, LoadRules rules) {
        this.state = state;
        this.rules = rules;
        state.unique().stream()
                .map(Parameter::name)
                .filter(n -> n.startsWith(rules.into()))
                .forEach(missing::add);
    }

    void accept(StoredTensor tensor) throws IOException {
        if (rules.skipped().stream().anyMatch(tensor.name()::contains)) {
            skipped.add(tensor.name());
            return;
        }
        Optional<Parameter> target = target(rules.into() + tensor.name());
        if (target.isEmpty()) {
            unexpected.add(tensor.name());
            return;
        }
        String name = target.get().name();
        if (!fill(target.get(), tensor)) {
            missing.remove(name);
            return;
        }
        if (missing.remove(name)) {
            loaded.add(name);
        }
        if (tensor.narrowed()) {
            narrowed.add(tensor.name());
        }
    }

    LoadReport report() {
        return new LoadReport(
                loaded,
                List.copyOf(missing),
                unexpected,
                otherShape,
                skipped,
                resized,
                renamed,
                narrowed);
    }

    /** By the same name, or by that of the other convention for the text encoder. */
    private Optional<Parameter> target(String name) {
        Optional<Parameter> same = state.find(name);
        if (same.isPresent() || !name.contains(PLAIN)) {
            return same;
        }
        Optional<Parameter> found =
                state.find(
                        name.contains(BERT)
                                ? name.replace(BERT, PLAIN)
                                : name.replace(PLAIN, BERT));
        found.ifPresent(p -> renamed.add(name.substring(rules.into().length()) + " → " + p.name()));
        return found;
    }

    /** Whether the tensor's values are in the model now. */
    private boolean fill(Parameter target, StoredTensor tensor) throws IOException {
        if (!target.value().isFloat()) {
            return true; // the one integer buffer counts 0, 1, … in every file
        }
        long[] shape = target.value().shape();
        StoredTensor fitting = PositionResize.fit(tensor, shape, rules.positions());
        if (!Arrays.equals(fitting.shape(), shape)) {
            otherShape.add(change(tensor, shape, "in the file, ", " in this model"));
            return false;
        }
        if (!tensor.isFloat()) {
            throw new IOException(tensor.name() + " holds whole numbers in the file.");
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            String rule = PositionResize.named(tensor.name(), rules.positions());
            resized.add(change(tensor, shape, "→ ", ", " + rule));
        }
        target.value().copyFrom(fitting.values());
        return true;
    }

    private static String change(StoredTensor tensor, long[] shape, String between, String after) {
        return "%s %s %s%s%s"
                .formatted(
                        tensor.name(),
                        Arrays.toString(tensor.shape()),
                        between,
                        Arrays.toString(shape),
                        after);
    }
}
