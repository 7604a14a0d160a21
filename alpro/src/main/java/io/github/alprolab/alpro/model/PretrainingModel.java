package io.github.alprolab.alpro.model;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.nn.TwoLayerHead;
import io.github.alprolab.alpro.tensor.Tensor;

/**
 * {@link AlproModel} with the entity head of published pre-training files (alpro.md section 2.3).
 */
public final class PretrainingModel {
    private final AlproModel alpro;
    private final TwoLayerHead entityHead;

    /** Declares all tensors in {@code names}; E is the number of {@code entityCount}. */
    public PretrainingModel(
            Namespace names, AlproConfig config, double firstTemperature, int entityCount) {
        this.alpro = new AlproModel(names, config, firstTemperature);
        this.entityHead =
                new TwoLayerHead(names.child("mpm_head"), config.video().width(), entityCount);
    }

    /** The encoders and heads of VTC, VTM and MLM, all but the head of entities. */
    public AlproModel alpro() {
        return alpro;
    }

    /** Pooled region tokens (B, D) to entity scores (B, E). */
    public Tensor entities(Tensor region) {
        return entityHead.apply(region);
    }
}
