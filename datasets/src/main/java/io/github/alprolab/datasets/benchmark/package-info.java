/**
 * Measurements that {@code ./lab bench} runs.
 *
 * <p>Each is a main class that prints what it measured; nothing depends on this package.
 */
package io.github.alprolab.datasets.benchmark;
