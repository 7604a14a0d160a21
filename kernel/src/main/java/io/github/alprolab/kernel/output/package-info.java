/**
 * What cells print and show, in order and without loss. Entry types: {@link
 * io.github.alprolab.kernel.output.Cell} and {@link io.github.alprolab.kernel.output.CellStreams}.
 * Uses {@code api} and {@code protocol}.
 */
package io.github.alprolab.kernel.output;
