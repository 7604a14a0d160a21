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
        Optional<Parameter> target = place(tensor.name(), tensor.shape());
        if (target.isEmpty()) {
            return;
        }
        if (target.get().value().isFloat()) {
            fill(target.get(), tensor);
        } // else the one integer buffer, which counts 0, 1, … in every file
        if (tensor.narrowed()) {
            narrowed.add(tensor.name());
        }
    }

    /** Notes what becomes of a tensor; where it is loaded, the place of its values. */
    Optional<Parameter> place(String name, long[] shape) {
        if (rules.skipped().stream().anyMatch(name::contains)) {
            skipped.add(name);
            return Optional.empty();
        }
        Optional<Parameter> target = target(rules.into() + name);
        if (target.isEmpty()) {
            unexpected.add(name);
            return Optional.empty();
        }
        boolean first = missing.remove(target.get().name());
        if (target.get().value().isFloat() && !fits(name, shape, target.get().value().shape())) {
            return Optional.empty();
        }
        if (first) {
            loaded.add(target.get().name());
        }
        return target;
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

    private boolean fits(String name, long[] shape, long[] wanted) {
        if (Arrays.equals(shape, wanted)) {
            return true;
        }
        if (PositionResize.isResizable(name, shape, wanted, rules.positions())) {
            String rule = PositionResize.named(name, rules.positions());
            resized.add(change(name, shape, "→ ", wanted, ", " + rule));
            return true;
        }
        otherShape.add(change(name, shape, "in the file, ", wanted, " in this model"));
        return false;
    }

    private void fill(Parameter target, StoredTensor tensor) throws IOException {
        if (!tensor.isFloat()) {
            throw new IOException(tensor.name() + " holds whole numbers in the file.");
        }
        long[] shape = target.value().shape();
        target.value().copyFrom(PositionResize.fit(tensor, shape, rules.positions()).values());
    }

    private static String change(
            String name, long[] shape, String between, long[] wanted, String after) {
        return "%s %s %s%s%s"
                .formatted(name, Arrays.toString(shape), between, Arrays.toString(wanted), after);
    }
}
