/**
 * Measurements of data that {@code ./lab bench} runs: rendering, decoding, opening and mining. Each
 * is a main class that prints what it measured; {@link io.github.alprolab.bench.data.RenderedFiles}
 * makes the files that are decoded.
 */
package io.github.alprolab.bench.data;
