/**
 * What ranking costs: {@link io.github.alprolab.bench.retrieval.RerankBenchmark} judges every text
 * with every clip as retrieval does now and as it did before. Uses {@code bench.training}, {@code
 * alpro.config}, {@code alpro.model}, {@code alpro.nn}, {@code alpro.random}, {@code
 * alpro.retrieval}, {@code alpro.tensor}, {@code alpro.text}, {@code datasets} and {@code
 * datasets.sprites}.
 */
package io.github.alprolab.bench.retrieval;
