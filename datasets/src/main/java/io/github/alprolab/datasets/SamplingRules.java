package io.github.alprolab.datasets;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The arithmetic behind {@link FrameSampling}; arguments are checked there. */
final class SamplingRules {
    private SamplingRules() {}

    /** Middles of equal stretches of {@code from .. from + length - 1}. */
    static int[] spread(int from, int length, int wanted) {
        return IntStream.range(0, wanted)
                .map(i -> from + (int) ((2L * i + 1) * length / (2L * wanted)))
                .toArray();
    }

    /** Multiples of the whole-number stride. */
    static int[] step(int frameCount, int wanted) {
        int stride = frameCount / wanted;
        return IntStream.range(0, wanted).map(i -> i * stride).toArray();
    }

    /** Multiples of a stride of the caller's, held at the last picture. */
    static int[] every(int stride, int frameCount, int wanted) {
        return IntStream.range(0, wanted)
                .map(i -> (int) Math.min((long) i * stride, frameCount - 1L))
                .toArray();
    }

    /** Neighbours, as many before the middle as behind it. */
    static int[] middle(int frameCount, int wanted) {
        int first = (frameCount - wanted) / 2;
        return frameCount < wanted
                ? spread(0, frameCount, wanted)
                : IntStream.range(first, first + wanted).toArray();
    }

    /** Distinct positions in one ascending pass (Knuth's selection sampling). */
    static int[] distinct(int from, int length, int wanted, RandomGenerator random) {
        if (length < wanted) {
            return spread(from, length, wanted);
        }
        int[] chosen = new int[wanted];
        int taken = 0;
        for (int i = 0; taken < wanted; i++) {
            if (random.nextInt(length - i) < wanted - taken) {
                chosen[taken++] = from + i;
            }
        }
        return chosen;
    }

    /** The head's share, then the tail's. */
    static int[] headTail(int frameCount, int wanted, RandomGenerator random) {
        int middle = frameCount / 2;
        int inHead = wanted / 2;
        IntStream head =
                inHead == 0
                        ? IntStream.empty()
                        : IntStream.of(distinct(0, Math.max(1, middle), inHead, random));
        int[] tail = distinct(middle, frameCount - middle, wanted - inHead, random);
        return IntStream.concat(head, IntStream.of(tail)).toArray();
    }
}
