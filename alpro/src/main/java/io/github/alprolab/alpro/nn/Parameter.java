package io.github.alprolab.alpro.nn;

import io.github.alprolab.alpro.tensor.Tensor;

/**
 * A named tensor of a model.
 *
 * @param name name in the state dict
 * @param value the tensor, long-lived
 * @param trainable false for buffers, which no optimiser changes
 */
public record Parameter(String name, Tensor value, boolean trainable) {}
