/**
 * Decoded pictures kept in memory and on disk.
 *
 * <p>Start at {@link io.github.alprolab.datasets.cache.FrameCache}; {@link
 * io.github.alprolab.datasets.cache.CacheFolder} says where everything is kept that can be made
 * again.
 *
 * <p>Uses {@code datasets} and {@code file}.
 */
package io.github.alprolab.datasets.cache;
