package io.github.alprolab.bench.parity;

import io.github.alprolab.alpro.checkpoint.LoadRules;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.TensorSource;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import java.io.IOException;
import java.util.Optional;

/** Where the weights of a case come from: its formula, or a file that is loaded as any other. */
final class ParityWeights {
    private final ParityCase parity;
    private final Optional<TensorSource> file;

    ParityWeights(ParityCase parity, Optional<TensorSource> file) {
        this.parity = parity;
        this.file = file;
    }

    /** The weights of another case, from the same file where there is one. */
    ParityWeights of(ParityCase other) {
        return new ParityWeights(other, file);
    }

    /** Fills every tensor of a model. */
    void fill(StateDict state) throws IOException {
        if (file.isPresent()) {
            load(file.get(), state, LoadRules.strict());
        } else {
            formula(state);
        }
    }

    /** Fills a model from a file as the published loader does: patches are one list there. */
    static void load(TensorSource source, StateDict state, LoadRules rules) throws IOException {
        StateDictFile.load(source, state, rules.positions(PositionRule.REFERENCE_COMPATIBLE_LIST));
    }

    /** Fills every float tensor of a model by the formula. */
    void formula(StateDict state) {
        for (Parameter parameter : state.unique()) {
            if (parameter.value().isFloat()) {
                parameter.value().copyFrom(weight(parameter.name(), parameter.value().shape()));
            }
        }
    }

    /** The file, or the formula's tensors under the names of an outline. */
    TensorSource source(StateDict outline) {
        return file.orElse(
                sink -> {
                    for (var named : outline.named().entrySet()) {
                        sink.accept(tensor(named.getKey(), named.getValue()));
                    }
                });
    }

    private StoredTensor tensor(String name, Parameter parameter) {
        long[] shape = parameter.value().shape();
        return parameter.value().isFloat()
                ? StoredTensor.of(name, shape, weight(parameter.name(), shape))
                : StoredTensor.of(name, shape, parameter.value().longs());
    }

    private float[] weight(String name, long[] shape) {
        return ParityFormula.weight(parity.salt(), name, shape, parity.deviation());
    }
}
