package io.github.alprolab.alpro.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as padded rows of ids: start, pieces, end, padding (docs/method.md section 5.7).
 *
 * @param rows number of texts
 * @param length L, the longest of them
 * @param ids (rows·L) row-major
 * @param mask 1 for pieces and 0 for padding, (rows·L)
 */
public record TokenBatch(int rows, int length, long[] ids, float[] mask) {

    /**
     * Encodes texts.
     *
     * @param words longest row in pieces, start and end included; longer texts are cut
     */
    public static TokenBatch of(
            List<String> texts, Tokenizer tokenizer, Vocabulary vocabulary, int words) {
        List<List<String>> rows = new ArrayList<>();
        int length = 2;
        for (String text : texts) {
            List<String> pieces = tokenizer.pieces(text);
            pieces = pieces.subList(0, Math.min(pieces.size(), words - 2));
            rows.add(pieces);
            length = Math.max(length, pieces.size() + 2);
        }
        long[] ids = new long[rows.size() * length];
        float[] mask = new float[ids.length];
        for (int row = 0; row < rows.size(); row++) {
            fill(rows.get(row), vocabulary, ids, mask, row * length);
        }
        return new TokenBatch(rows.size(), length, ids, mask);
    }

    private static void fill(
            List<String> pieces, Vocabulary vocabulary, long[] ids, float[] mask, int start) {
        int place = start;
        ids[place++] = vocabulary.id(Vocabulary.START);
        for (String piece : pieces) {
            ids[place++] = vocabulary.id(piece);
        }
        ids[place++] = vocabulary.id(Vocabulary.END);
        Arrays.fill(mask, start, place, 1);
    }
}
