/**
 * What cells print and show, in order and without loss. Entry types: {@link
 * io.github.alprolab.kernel.output.Cell} and {@link io.github.alprolab.kernel.output.CellStreams}.
 * Depends on {@code protocol} and {@code api}.
 */
package io.github.alprolab.kernel.output;
