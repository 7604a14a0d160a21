/**
 * Measurements of training that {@code lab bench} runs: speed, exact resume after kills, and
 * memory. Entry types: {@link io.github.alprolab.alpro.bench.TrainBench}, {@link
 * io.github.alprolab.alpro.bench.ResumeBench}, {@link io.github.alprolab.alpro.bench.MemoryBench}.
 * May depend on {@code train} and all below it.
 */
package io.github.alprolab.alpro.bench;
