/**
 * Measurements of whole trainings that {@code ./lab bench} runs, exact resume after kills and
 * memory, with the sizes and options of all benchmarks. Entry types: {@link
 * io.github.alprolab.bench.training.ResumeBenchmark}, {@link
 * io.github.alprolab.bench.training.MemoryBenchmark}. Each is a main class that prints what it
 * measured.
 */
package io.github.alprolab.bench.training;
