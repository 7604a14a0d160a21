/**
 * Nouns of English sentences.
 *
 * <p>Start at {@link io.github.alprolab.datasets.text.SentenceTagger}; users start at {@link
 * io.github.alprolab.datasets.EntityMiner}. The only package that may depend on OpenNLP.
 */
package io.github.alprolab.datasets.text;
