package io.github.alprolab.alpro.objective;

/**
 * What the value of a model that knows nothing depends on.
 *
 * @param batch B, clips of a batch
 * @param vocabulary V, word pieces
 * @param classes how many names an objective's own head tells apart, 0 without such a head
 * @param mostFrequentPiece share of the most frequent word piece in the validation captions, NaN
 *     without any
 */
public record Sizes(int batch, int vocabulary, int classes, double mostFrequentPiece) {}
