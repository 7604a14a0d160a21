/**
 * Pairs to batches: sampled frames, tokens, crops and hidden words, made ahead of training on a few
 * threads. Entry type: {@link io.github.alprolab.alpro.data.BatchStream}. Uses {@code config},
 * {@code datasets}, {@code datasets.cache}, {@code datasets.mixing}, {@code random} and {@code
 * text}.
 */
package io.github.alprolab.alpro.data;
