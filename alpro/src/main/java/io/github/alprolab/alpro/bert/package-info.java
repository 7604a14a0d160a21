/**
 * The real bert-base-uncased with its word head, the published start of text and fusion encoder
 * (alpro.md section 1.9), read from a TensorFlow archive in plain Java. Entry types: {@link
 * io.github.alprolab.alpro.bert.PretrainedBert} for the weights and {@link
 * io.github.alprolab.alpro.bert.BertArtifact} for the file, which Maven fetches on demand. May
 * depend on {@code checkpoint} and {@code text}.
 */
package io.github.alprolab.alpro.bert;
