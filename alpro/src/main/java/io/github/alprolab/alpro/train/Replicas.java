package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import java.util.List;

/**
 * The replicas of a model on further devices: their gradients are added to the model's, which is
 * updated alone, and its weights are copied to them (docs/decisions/0013-several-devices.md).
 */
final class Replicas {
    private final TrainingTask first;
    private final List<TrainingTask> others;
    private final List<TensorList> gradients;
    private boolean alike;

    Replicas(TrainingTask first) {
        this.first = first;
        this.others = List.copyOf(first.replicas());
        this.gradients = others.stream().map(t -> learning(t).collectGradients()).toList();
    }

    /** Copies the whole model, once: it may come from a file. */
    void makeAlike() {
        if (!alike) {
            TensorList model = all(first);
            others.forEach(other -> all(other).copyFrom(model));
            alike = true;
        }
    }

    /** Adds what backward passes left there to the model's gradients, one device after another. */
    void gather(List<Tensor> model) {
        TensorList sum = new TensorList(model);
        for (TensorList own : gradients) {
            sum.add(own);
            own.clear();
        }
    }

    /** Copies the weights that an update has changed. */
    void follow() {
        TensorList weights = learning(first);
        others.forEach(other -> learning(other).copyFrom(weights));
    }

    private static TensorList learning(TrainingTask task) {
        return list(task.learning());
    }

    private static TensorList all(TrainingTask task) {
        return list(task.state().unique());
    }

    private static TensorList list(List<Parameter> parameters) {
        return new TensorList(parameters.stream().map(Parameter::value).toList());
    }
}
