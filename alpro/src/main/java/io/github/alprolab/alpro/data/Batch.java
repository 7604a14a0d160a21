package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.Pair;
import java.util.List;

/**
 * One batch on the Java heap.
 *
 * @param pairs whose clips are shown, B
 * @param pixels (B, T, H, W, 3) unsigned bytes
 * @param texts (B, L), a text of each pair; or every text, those of the first pair first
 * @param stills whether it counts as one of still images: when its first clip is one, as the
 *     published code decides for a whole batch
 */
public record Batch(List<Pair> pairs, byte[] pixels, TokenBatch texts, boolean stills) {

    /** B. */
    public int clips() {
        return pairs.size();
    }
}
