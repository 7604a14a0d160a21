/**
 * What ranking costs: {@link io.github.alprolab.bench.retrieval.RerankBenchmark} judges every text
 * with every clip as retrieval does now and as it did before, {@link
 * io.github.alprolab.bench.retrieval.GalleryBenchmark} embeds clips and searches a million vectors.
 * Uses {@code bench}, {@code bench.training}, {@code alpro.checkpoint}, {@code alpro.config},
 * {@code alpro.model}, {@code alpro.nn}, {@code alpro.random}, {@code alpro.retrieval}, {@code
 * alpro.tensor}, {@code alpro.text}, {@code datasets}, {@code datasets.cache}, {@code
 * datasets.parquet}, {@code datasets.sprites}, {@code dsl} and {@code dsl.index}.
 */
package io.github.alprolab.bench.retrieval;
