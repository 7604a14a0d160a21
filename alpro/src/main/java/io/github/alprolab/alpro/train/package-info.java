/**
 * Training: one loop for the prompter and for pre-training, with checkpoints, exact resume and a
 * listener. Entry types: {@link io.github.alprolab.alpro.train.PrompterTrainer}, {@link
 * io.github.alprolab.alpro.train.Pretrainer}. May depend on every other package of the module but
 * {@code retrieval}'s callers.
 */
package io.github.alprolab.alpro.train;
