/**
 * Clips and texts in order: measured, kept, looked at and searched. Entry types: {@link
 * io.github.alprolab.dsl.ranking.Measurement} says what is ranked, {@link
 * io.github.alprolab.dsl.ranking.RetrievalWork} does it, {@link
 * io.github.alprolab.dsl.ranking.Scores} is what comes out. Uses {@code check}, {@code figure},
 * {@code record}, {@code run}, {@code shard}, {@code show}, {@code table}, {@code alpro.config},
 * {@code alpro.objective}, {@code alpro.retrieval}, {@code alpro.tensor}, {@code alpro.trained},
 * {@code datasets}, {@code datasets.cache}, {@code datasets.file} and {@code datasets.parquet}.
 */
package io.github.alprolab.dsl.ranking;
