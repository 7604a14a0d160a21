/**
 * Galleries: many clips embedded once, by shards that are files, and searched. The work of a shard
 * is a value that any process can do.
 *
 * <p>Start at {@link io.github.alprolab.dsl.embedding.ShardWork}, {@link
 * io.github.alprolab.dsl.embedding.ShardWorker} and {@link
 * io.github.alprolab.dsl.embedding.OpenGallery}. Uses {@code check}, {@code index}, {@code
 * progress}, {@code record}, {@code show}, {@code alpro.checkpoint}, {@code alpro.config}, {@code
 * alpro.retrieval}, {@code alpro.trained}, {@code datasets}, {@code datasets.cache}, {@code
 * datasets.file} and {@code datasets.parquet}.
 */
package io.github.alprolab.dsl.embedding;
