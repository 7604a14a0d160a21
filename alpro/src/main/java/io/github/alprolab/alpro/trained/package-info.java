/**
 * Trained models in files: our own checkpoints and the published ones, opened and written as one
 * thing. Entry type: {@link io.github.alprolab.alpro.trained.TrainedModel}. May depend on {@code
 * checkpoint}, {@code config}, {@code model}, {@code nn}, {@code random}, {@code tensor} and {@code
 * text}.
 */
package io.github.alprolab.alpro.trained;
