/**
 * Measurements of training that {@code ./lab bench} runs: speed, exact resume after kills, and
 * memory. Entry types: {@link io.github.alprolab.bench.training.TrainBenchmark}, {@link
 * io.github.alprolab.bench.training.ResumeBenchmark}, {@link
 * io.github.alprolab.bench.training.MemoryBenchmark}. Each is a main class that prints what it
 * measured; nothing depends on this package.
 */
package io.github.alprolab.bench.training;
