/**
 * What every module does with files: sums of their bytes, and writing them whole or not at all.
 *
 * <p>Start at {@link io.github.alprolab.datasets.file.AtomicFile} and {@link
 * io.github.alprolab.datasets.file.Digest}. Uses no other package.
 */
package io.github.alprolab.datasets.file;
