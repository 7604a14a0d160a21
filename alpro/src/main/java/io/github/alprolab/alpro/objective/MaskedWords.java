package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Word pieces with some hidden, and what was there (paper section 3.2; docs/method.md section 3.4).
 *
 * @param ids (B·L) row-major, with selected words replaced
 * @param positions flat places of the selected words, R, ascending
 * @param labels their true ids, R
 */
public record MaskedWords(long[] ids, int[] positions, long[] labels) {

    /**
     * Selects each word independently; of those 80 % become the mask id, 10 % a random id, 10 %
     * stay.
     *
     * @param ids (B·L)
     * @param probability share to select
     * @param ordinary whether an id may be selected: special pieces never are
     * @param mask id of the mask
     * @param vocabulary V; random ids are drawn below it
     */
    public static MaskedWords draw(
            long[] ids,
            double probability,
            LongPredicate ordinary,
            long mask,
            int vocabulary,
            RandomGenerator random) {
        long[] changed = ids.clone();
        int[] positions = new int[ids.length];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ordinary.test(ids[i]) && random.nextDouble() < probability) {
                positions[count++] = i;
                double fate = random.nextDouble();
                if (fate < 0.8) {
                    changed[i] = mask;
                } else if (fate < 0.9) {
                    changed[i] = random.nextInt(vocabulary);
                }
            }
        }
        return of(changed, ids, Arrays.copyOf(positions, count));
    }

    /** Ids, then places, then labels: what {@link #on} brings to a device in one copy. */
    private long[] inRow() {
        return LongStream.concat(
                        LongStream.concat(
                                LongStream.of(ids), IntStream.of(positions).asLongStream()),
                        LongStream.of(labels))
                .toArray();
    }

    /**
     * The same on a device.
     *
     * @param ids (B, L) int64
     * @param positions (R) int64
     * @param labels (R) int64
     */
    record OnDevice(Tensor ids, Tensor positions, Tensor labels) {}

    /** On the device of a scope, as texts of a length. */
    OnDevice on(Scope scope, int length) {
        long[] all = inRow();
        Tensor row = scope.of(all, all.length);
        int hidden = positions.length;
        return new OnDevice(
                row.narrow(0, 0, ids.length).reshape(-1, length),
                row.narrow(0, ids.length, hidden),
                row.narrow(0, (long) ids.length + hidden, hidden));
    }

    /** Those of neighbouring texts, all of a length. */
    MaskedWords part(int first, int texts, int length) {
        int from = first * length;
        int to = (first + texts) * length;
        int begin = (int) Arrays.stream(positions).filter(p -> p < from).count();
        int end = (int) Arrays.stream(positions).filter(p -> p < to).count();
        return new MaskedWords(
                Arrays.copyOfRange(ids, from, to),
                Arrays.stream(positions, begin, end).map(p -> p - from).toArray(),
                Arrays.copyOfRange(labels, begin, end));
    }

    private static MaskedWords of(long[] changed, long[] ids, int[] positions) {
        long[] labels = new long[positions.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = ids[positions[i]];
        }
        return new MaskedWords(changed, positions, labels);
    }
}
