/**
 * Measurements of training that {@code lab bench} runs: speed, exact resume after kills, and
 * memory. Entry types: {@link io.github.alprolab.alpro.benchmark.TrainBenchmark}, {@link
 * io.github.alprolab.alpro.benchmark.ResumeBenchmark}, {@link
 * io.github.alprolab.alpro.benchmark.MemoryBenchmark}. May depend on {@code train} and all below
 * it.
 */
package io.github.alprolab.alpro.benchmark;
