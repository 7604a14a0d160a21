/**
 * Weights in a file of any kind that people have. Entry type: {@link
 * io.github.alprolab.alpro.weights.WeightFile}, which chooses the reader by the file's ending. Uses
 * {@code checkpoint} and {@code checkpoint.torch}.
 */
package io.github.alprolab.alpro.weights;
