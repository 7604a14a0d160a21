/**
 * Work that is cut into shards, each a value that any process can do and a file that is made once.
 *
 * <p>Start at {@link io.github.alprolab.dsl.shard.ShardWork} and {@link
 * io.github.alprolab.dsl.shard.Shards}. Uses {@code check}, {@code progress}, {@code record},
 * {@code show}, {@code alpro.config}, {@code alpro.retrieval}, {@code alpro.trained} and {@code
 * datasets.cache}.
 */
package io.github.alprolab.dsl.shard;
