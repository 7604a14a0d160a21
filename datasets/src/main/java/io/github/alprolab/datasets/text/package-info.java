/**
 * Nouns of English sentences.
 *
 * <p>Start at {@link io.github.alprolab.datasets.text.EntityMiner}. The only package that may
 * depend on OpenNLP.
 *
 * <p>Uses {@code file}.
 */
package io.github.alprolab.datasets.text;
