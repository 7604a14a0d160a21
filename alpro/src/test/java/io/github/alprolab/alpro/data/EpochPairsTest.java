package io.github.alprolab.alpro.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order of training pairs is a function of seed and epoch, the one it has always been. */
class EpochPairsTest {
    private static final List<Pair> PAIRS = ColourClips.of(37, 0, 0).pairs(Split.TRAIN);
    private static final RandomStreams STREAMS = new RandomStreams(42);

    private final EpochPairs pairs = new EpochPairs(PAIRS, STREAMS, "order");

    /** As every batch was cut from a list of its own, before an epoch's order was kept. */
    private static List<Pair> cut(int epoch, int start, int count) {
        List<Pair> order = new ArrayList<>(PAIRS);
        Collections.shuffle(order, new Random(STREAMS.seedOf("order", epoch)));
        return order.subList(start, start + count);
    }

    @Test
    void everyBatchOfEveryEpochIsCutFromTheShuffledList() {
        for (int epoch = 0; epoch < 4; epoch++) {
            for (int start = 0; start + 8 <= PAIRS.size(); start += 8) {
                assertThat(pairs.of(epoch, start, 8)).isEqualTo(cut(epoch, start, 8));
            }
        }
    }

    @Test
    void aStreamMayBeginWithinAnyEpochAndGoBack() {
        assertThat(pairs.of(3, 16, 8)).isEqualTo(cut(3, 16, 8));
        assertThat(pairs.of(2, 0, 8)).isEqualTo(cut(2, 0, 8));
        assertThat(pairs.of(3, 24, 8)).isEqualTo(cut(3, 24, 8));
    }
}
