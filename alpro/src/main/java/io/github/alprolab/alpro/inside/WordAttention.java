package io.github.alprolab.alpro.inside;

import java.util.List;

/**
 * Where the fusion encoder's word pieces look. Its video tokens are means over frames, so it knows
 * where but not when.
 *
 * @param pieces of the text in order, L of them, without start and end
 * @param patches the share of each patch for each piece, row-major, (L, P)
 * @param text what each piece leaves for the text, start and end included, (L)
 */
public record WordAttention(List<String> pieces, double[][] patches, double[] text) {
    public WordAttention {
        pieces = List.copyOf(pieces);
    }
}
