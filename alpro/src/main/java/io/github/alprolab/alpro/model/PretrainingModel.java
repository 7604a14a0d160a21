package io.github.alprolab.alpro.model;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Tensor;

/** {@link AlproModel} with the entity head of PEM (alpro.md section 2.3). */
public final class PretrainingModel {
    private final AlproModel alpro;
    private final Linear hidden;
    private final Linear entities;

    /** Declares all tensors in {@code names}; E is the number of {@code entityCount}. */
    public PretrainingModel(
            Namespace names, AlproConfig config, double firstTemperature, int entityCount) {
        this.alpro = new AlproModel(names, config, firstTemperature);
        int width = config.video().width();
        Namespace head = names.child("mpm_head");
        this.hidden = new Linear(head.child(0), width, 2 * width);
        this.entities = new Linear(head.child(2), 2 * width, entityCount);
    }

    public AlproModel alpro() {
        return alpro;
    }

    /** Pooled region tokens (B, D) to entity scores (B, E). */
    public Tensor entities(Tensor region) {
        return entities.apply(hidden.apply(region).relu());
    }
}
