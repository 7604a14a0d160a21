package io.github.alprolab.alpro.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessingTest {

    @Test
    void oneRightAnswerIsFoundInProportionToWhatIsLookedAt() {
        // Exactly these numbers, which the tables of data with one caption a clip have shown.
        assertThat(GroundTruth.of(ones(256)).guessedTextToVideo())
                .isEqualTo(
                        new RetrievalMetrics(
                                256, 100.0 / 256, 500.0 / 256, 1000.0 / 256, 128.5, 128.5));
        assertThat(GroundTruth.of(ones(7)).guessedVideoToText())
                .isEqualTo(new RetrievalMetrics(7, 100.0 / 7, 500.0 / 7, 100, 4, 4));
    }

    @Test
    void severalRightAnswersAreFoundAsOftenAsOverAllOrders() {
        int gallery = 12;
        for (int right = 1; right <= 4; right++) {
            RetrievalMetrics all = everyOrder(gallery, right);
            RetrievalMetrics guessed = Guessing.of(gallery, new int[][] {new int[right]});
            assertThat(guessed.r1()).isCloseTo(all.r1(), within(1e-9));
            assertThat(guessed.r5()).isCloseTo(all.r5(), within(1e-9));
            assertThat(guessed.r10()).isCloseTo(all.r10(), within(1e-9));
            assertThat(guessed.meanRank()).isCloseTo(all.meanRank(), within(1e-9));
            assertThat(guessed.medianRank()).isEqualTo(all.medianRank());
        }
    }

    @Test
    void clipsWithMoreCaptionsCountAsOftenAsTheOthers() {
        RetrievalMetrics guessed = GroundTruth.of(1, 3).guessedVideoToText();
        assertThat(guessed.r1()).isCloseTo((25 + 75) / 2.0, within(1e-9));
        assertThat(guessed.meanRank()).isCloseTo((5 / 2.0 + 5 / 4.0) / 2, within(1e-9));
        assertThat(guessed.r5()).isEqualTo(100);
    }

    /** Every set of places that the right answers can take, all equally likely. */
    private static RetrievalMetrics everyOrder(int gallery, int right) {
        int[] ranks =
                IntStream.range(0, 1 << gallery)
                        .filter(places -> Integer.bitCount(places) == right)
                        .map(places -> Integer.numberOfTrailingZeros(places) + 1)
                        .toArray();
        return RetrievalMetrics.of(gallery, ranks);
    }

    private static int[] ones(int clips) {
        return IntStream.generate(() -> 1).limit(clips).toArray();
    }
}
