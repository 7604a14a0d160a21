/**
 * Which items of which data set a training step sees, on which of several workers.
 *
 * <p>Start at {@link io.github.alprolab.datasets.mixing.Mixture}. Everything follows from a seed,
 * so a training may go on at any step.
 *
 * <p>Uses no other package.
 */
package io.github.alprolab.datasets.mixing;
