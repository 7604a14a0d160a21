/**
 * Galleries: many clips embedded once, by shards that are files, and searched.
 *
 * <p>Start at {@link io.github.alprolab.dsl.embedding.EmbeddingWork} and {@link
 * io.github.alprolab.dsl.embedding.OpenGallery}. Uses {@code check}, {@code index}, {@code
 * progress}, {@code record}, {@code shard}, {@code show}, {@code alpro.checkpoint}, {@code
 * alpro.config}, {@code alpro.retrieval}, {@code alpro.trained}, {@code datasets}, {@code
 * datasets.file} and {@code datasets.parquet}.
 */
package io.github.alprolab.dsl.embedding;
