package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import java.util.ArrayList;
import java.util.List;

/** A model beside the one that learns, whose weights follow it slowly. */
final class ModelCopy {
    private final AlproModel model;
    private final Namespace names;

    ModelCopy(Namespace names, AlproConfig config) {
        this.names = names;
        this.model = new AlproModel(names, config, 0.07);
    }

    AlproModel model() {
        return model;
    }

    /** Takes over all weights. */
    void start(StateDict state) {
        Pairing pairs = pairs(state);
        for (int i = 0; i < pairs.copies.size(); i++) {
            pairs.copies.get(i).copyFrom(pairs.originals.get(i).floats());
        }
    }

    /** {@code copy = momentum · copy + (1 - momentum) · model}. */
    void follow(StateDict state, double momentum) {
        Pairing pairs = pairs(state);
        new TensorList(pairs.copies).follow(new TensorList(pairs.originals), 1 - momentum);
    }

    private record Pairing(List<Tensor> copies, List<Tensor> originals) {}

    private Pairing pairs(StateDict state) {
        List<Tensor> copies = new ArrayList<>();
        List<Tensor> originals = new ArrayList<>();
        for (Parameter parameter : state.trainable()) {
            state.find(names.fullName(parameter.name()))
                    .ifPresent(
                            copy -> {
                                copies.add(copy.value());
                                originals.add(parameter.value());
                            });
        }
        return new Pairing(copies, originals);
    }
}
