/**
 * Training: one loop for the prompter and for pre-training, with checkpoints, exact resume and a
 * listener. Entry types: {@link io.github.alprolab.alpro.train.PrompterTrainer}, {@link
 * io.github.alprolab.alpro.train.Pretrainer}. Uses {@code bert}, {@code checkpoint}, {@code
 * config}, {@code data}, {@code datasets}, {@code datasets.augmentation}, {@code datasets.cache},
 * {@code datasets.survey}, {@code model}, {@code nn}, {@code objective}, {@code optim}, {@code
 * prompter}, {@code random}, {@code retrieval}, {@code setting}, {@code tensor} and {@code text}.
 */
package io.github.alprolab.alpro.train;
