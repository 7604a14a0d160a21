/**
 * Pairs to batches: sampled frames, tokens, crops and hidden words, made ahead of training on a few
 * threads. Entry type: {@link io.github.alprolab.alpro.data.BatchStream}. May depend on {@code
 * config}, {@code loss}, {@code prompter}, {@code random}, {@code text} and the datasets module.
 */
package io.github.alprolab.alpro.data;
