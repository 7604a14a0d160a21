/**
 * Measurements of data that {@code ./lab bench} runs: rendering, decoding, opening and mining. Each
 * is a main class that prints what it measured; nothing depends on this package.
 */
package io.github.alprolab.bench.data;
