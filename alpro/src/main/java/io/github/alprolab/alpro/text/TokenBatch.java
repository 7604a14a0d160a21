package io.github.alprolab.alpro.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * The words of a text in order, put together from their pieces; without start, end and padding.
     *
     * @param row of the text
     */
    public List<String> words(int row, Vocabulary vocabulary) {
        List<String> pieces =
                Arrays.stream(ids, row * length, (row + 1) * length)
                        .filter(vocabulary::ordinary)
                        .mapToObj(id -> vocabulary.piece((int) id))
                        .toList();
        return Word.of(pieces).stream().map(Word::text).toList();
    }

    /** All ids, then the mask in whole numbers, (2·rows·L). */
    public long[] idsAndMask() {
        long[] both = Arrays.copyOf(ids, 2 * ids.length);
        for (int i = 0; i < mask.length; i++) {
            both[ids.length + i] = (long) mask[i];
        }
        return both;
    }

    /** Word pieces of a text, start and end included. */
    public int pieces(int row) {
        int count = 0;
        while (count < length && mask[row * length + count] > 0) {
            count++;
        }
        return count;
    }

    /** The rows from the shortest text to the longest; equally long ones in their order. */
    public int[] byLength() {
        return IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingInt(this::pieces))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Neighbouring rows, as long as they are here. */
    public TokenBatch part(int first, int count) {
        int from = first * length;
        int to = (first + count) * length;
        return new TokenBatch(
                count,
                length,
                Arrays.copyOfRange(ids, from, to),
                Arrays.copyOfRange(mask, from, to));
    }

    /** Some rows, no longer than the longest of them. */
    public TokenBatch rows(int... some) {
        int longest = Arrays.stream(some).map(this::pieces).max().orElse(0);
        long[] fewIds = new long[some.length * longest];
        float[] fewMasks = new float[fewIds.length];
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(ids, some[i] * length, fewIds, i * longest, longest);
            System.arraycopy(mask, some[i] * length, fewMasks, i * longest, longest);
        }
        return new TokenBatch(some.length, longest, fewIds, fewMasks);
    }
}
