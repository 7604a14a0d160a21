/**
 * Retrieval by VTC: every clip and every text encoded once, similarities, recall and ranks (paper
 * section 4.2; docs/method.md section 6). Entry types: {@link
 * io.github.alprolab.alpro.retrieval.Retriever}, {@link
 * io.github.alprolab.alpro.retrieval.RetrievalMetrics}. Uses {@code checkpoint}, {@code config},
 * {@code data}, {@code datasets}, {@code datasets.cache}, {@code datasets.file}, {@code model},
 * {@code tensor}, {@code text} and {@code trained}.
 */
package io.github.alprolab.alpro.retrieval;
