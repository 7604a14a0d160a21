/**
 * Trained models in files: our own checkpoints and the published ones, opened and written as one
 * thing. Entry type: {@link io.github.alprolab.alpro.trained.TrainedModel}. Uses {@code
 * checkpoint}, {@code config}, {@code model}, {@code nn}, {@code random}, {@code tensor}, {@code
 * text} and {@code weights}.
 */
package io.github.alprolab.alpro.trained;
