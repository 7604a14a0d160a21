package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.datasets.Pair;
import java.util.Arrays;
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

    /**
     * One of equal parts; its texts are as long as all.
     *
     * @param index 0, 1, … below {@code parts}
     * @param parts how many; the number of clips is a multiple of it
     */
    public Batch part(int index, int parts) {
        int count = clips() / parts;
        int first = index * count;
        int bytes = pixels.length / clips();
        int firstText = texts(0, first);
        return new Batch(
                pairs.subList(first, first + count),
                Arrays.copyOfRange(pixels, first * bytes, (first + count) * bytes),
                texts.part(firstText, texts(first, first + count)),
                stills);
    }

    private int texts(int from, int to) {
        boolean oneEach = texts.rows() == clips();
        return oneEach
                ? to - from
                : pairs.subList(from, to).stream().mapToInt(p -> p.captions().size()).sum();
    }
}
