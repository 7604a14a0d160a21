/**
 * A pretrained BERT with its word head, the published start of text and fusion encoder
 * (docs/method.md section 1.9), from the files that people have and from a jar that Maven serves.
 * Entry types: {@link io.github.alprolab.alpro.bert.PretrainedBert} for the weights and {@link
 * io.github.alprolab.alpro.bert.BertArtifact} for the jar. Uses {@code checkpoint}, {@code config},
 * {@code nn}, {@code text} and {@code weights}.
 */
package io.github.alprolab.alpro.bert;
