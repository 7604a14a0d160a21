/**
 * Tensors: the only package that names the engine (DJL over PyTorch).
 *
 * <p>Entry types are {@link io.github.alprolab.alpro.tensor.Compute} (one device, its kernels and
 * long-lived tensors), {@link io.github.alprolab.alpro.tensor.Tensor} and {@link
 * io.github.alprolab.alpro.tensor.Functional}. They offer only operations that are safe inside the
 * graph: the engine's own overloads with a Java number keep a pointer to memory they have already
 * given back, so they are not reachable from here. Uses {@code config}, {@code datasets.file} and
 * {@code random}.
 */
package io.github.alprolab.alpro.tensor;
