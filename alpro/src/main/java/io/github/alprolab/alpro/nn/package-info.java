/**
 * Parameters by name and the two layers that everything is made of.
 *
 * <p>Entry types: {@link io.github.alprolab.alpro.nn.StateDict}, which holds a model's tensors
 * under the published names, and {@link io.github.alprolab.alpro.nn.Namespace}, through which
 * modules declare them. Uses {@code random} and {@code tensor}.
 */
package io.github.alprolab.alpro.nn;
