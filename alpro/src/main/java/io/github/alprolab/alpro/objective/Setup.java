package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import java.util.Map;

/** What an objective may do before a training begins or goes on. */
final class Setup {
    private final Compute compute;
    private final AlproModel model;
    private final Map<Class<?>, Object> kept;

    Setup(Compute compute, AlproModel model, Map<Class<?>, Object> kept) {
        this.compute = compute;
        this.model = model;
        this.kept = kept;
    }

    Compute compute() {
        return compute;
    }

    AlproConfig config() {
        return model.config();
    }

    /** Sets the first value of the learned temperature. */
    void temperature(double first) {
        model.temperature().copyFrom(new float[] {(float) first});
    }

    /** Keeps something for the whole training; see {@link Step#kept}. */
    void keep(Object value) {
        kept.put(value.getClass(), value);
    }
}
