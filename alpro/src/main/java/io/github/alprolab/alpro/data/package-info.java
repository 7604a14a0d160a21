/**
 * Pairs to batches: sampled frames, tokens, crops and hidden words, made ahead of training on a few
 * threads. Entry type: {@link io.github.alprolab.alpro.data.BatchStream}. Uses {@code config},
 * {@code datasets}, {@code datasets.augmentation}, {@code datasets.cache}, {@code random} and
 * {@code text}.
 */
package io.github.alprolab.alpro.data;
