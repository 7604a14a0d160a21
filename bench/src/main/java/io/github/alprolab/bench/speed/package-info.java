/**
 * How fast a training, the encoder, the optimiser, a ranking and decoding are, each as one line of
 * JSON that names the machine: {@link io.github.alprolab.bench.speed.SpeedBenchmark} for {@code
 * ./lab bench}. Uses {@code bench}, {@code bench.data}, {@code bench.training}, {@code
 * alpro.checkpoint}, {@code alpro.config}, {@code alpro.data}, {@code alpro.model}, {@code
 * alpro.nn}, {@code alpro.objective}, {@code alpro.optim}, {@code alpro.prompter}, {@code
 * alpro.random}, {@code alpro.retrieval}, {@code alpro.tensor}, {@code alpro.text}, {@code
 * alpro.train}, {@code alpro.trained}, {@code datasets} and {@code datasets.cache}.
 */
package io.github.alprolab.bench.speed;
