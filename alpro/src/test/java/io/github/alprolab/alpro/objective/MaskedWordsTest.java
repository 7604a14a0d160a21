package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskedWordsTest {
    private static final int VOCABULARY = 1000;
    private static final long MASK = 4;

    @Test
    void selectsFifteenPercentAndSplitsThemEightyTenTen() {
        long[] ids = new Random(1).longs(400_000, 5, VOCABULARY).toArray();

        MaskedWords drawn = draw(ids, 0.15);

        int masked = 0;
        int kept = 0;
        for (int i = 0; i < drawn.positions().length; i++) {
            long now = drawn.ids()[drawn.positions()[i]];
            masked += now == MASK ? 1 : 0;
            kept += now == drawn.labels()[i] ? 1 : 0;
        }
        double selected = drawn.positions().length;
        assertThat(selected / ids.length).isCloseTo(0.15, within(0.003));
        assertThat(masked / selected).isCloseTo(0.8, within(0.01));
        assertThat(kept / selected).isCloseTo(0.1, within(0.01));
    }

    @Test
    void leavesSpecialPiecesAndUnselectedWordsAlone() {
        long[] ids = new Random(2).longs(50_000, 0, 20).toArray();

        MaskedWords drawn = draw(ids, 0.5);

        assertThat(Arrays.stream(drawn.labels()).min().orElseThrow()).isGreaterThanOrEqualTo(5);
        for (int i = 0; i < ids.length; i++) {
            if (Arrays.binarySearch(drawn.positions(), i) < 0) {
                assertThat(drawn.ids()[i]).isEqualTo(ids[i]);
            }
        }
    }

    @Test
    void selectsNothingAtProbabilityZero() {
        assertThat(draw(new long[] {7, 8, 9}, 0).positions()).isEmpty();
    }

    private static MaskedWords draw(long[] ids, double probability) {
        return MaskedWords.draw(ids, probability, id -> id >= 5, MASK, VOCABULARY, new Random(3));
    }
}
