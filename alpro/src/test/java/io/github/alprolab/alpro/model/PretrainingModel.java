package io.github.alprolab.alpro.model;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.nn.TwoLayerHead;

/**
 * {@link AlproModel} with the entity head of published pre-training files (docs/method.md section
 * 2.3), declared and no more: in training the head is PEM's.
 */
public final class PretrainingModel {
    /** Declares all tensors in {@code names}; E is the number of {@code entityCount}. */
    public PretrainingModel(
            Namespace names, AlproConfig config, double firstTemperature, int entityCount) {
        new AlproModel(names, config, firstTemperature);
        new TwoLayerHead(names.child("mpm_head"), config.video().width(), entityCount);
    }
}
