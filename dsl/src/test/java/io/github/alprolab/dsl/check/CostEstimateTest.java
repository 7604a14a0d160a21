package io.github.alprolab.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import org.junit.jupiter.api.Test;

/** The cost of a training grows with what is asked for. */
class CostEstimateTest {
    private static CostEstimate cost(long frozen, int passes, int batch, int words) {
        return CostEstimate.of(AlproConfig.tiny(), 1_000_000, frozen, passes, batch, words);
    }

    @Test
    void aDoubleBatchCostsTwice() {
        assertThat(cost(0, 4, 16, 20).operations())
                .isCloseTo(2 * cost(0, 4, 8, 20).operations(), within(1.0));
    }

    @Test
    void everyPassOfTheFusionLayersCostsTheSameAgain() {
        double first = cost(0, 2, 8, 20).operations() - cost(0, 1, 8, 20).operations();
        double second = cost(0, 3, 8, 20).operations() - cost(0, 2, 8, 20).operations();

        assertThat(first).isPositive().isCloseTo(second, within(1.0));
    }

    @Test
    void aPrompterCostsOperationsAndItsWeights() {
        CostEstimate without = cost(0, 1, 8, 20);
        CostEstimate with = cost(500_000, 1, 8, 20);

        assertThat(with.operations()).isGreaterThan(without.operations());
        assertThat(with.bytes() - without.bytes()).isEqualTo(4.0 * 500_000);
        assertThat(with.frozen()).isEqualTo(500_000);
    }

    @Test
    void aParameterTakesSixteenBytes() {
        CostEstimate small = CostEstimate.of(AlproConfig.tiny(), 10, 0, 1, 8, 20);
        CostEstimate large = CostEstimate.of(AlproConfig.tiny(), 11, 0, 1, 8, 20);

        assertThat(large.bytes() - small.bytes()).isEqualTo(16);
        assertThat(large.parameters()).isEqualTo(11);
    }

    @Test
    void attentionInSpaceOnlyIsTheCheapestAndJointAttentionGrowsWithTheSquareOfTheFrames() {
        assertThat(video(VideoAttention.SPACE_ONLY, 4))
                .isLessThan(video(VideoAttention.DIVIDED, 4));
        assertThat(video(VideoAttention.JOINT, 64) / video(VideoAttention.JOINT, 32))
                .isGreaterThan(
                        video(VideoAttention.DIVIDED, 64) / video(VideoAttention.DIVIDED, 32));
    }

    private static double video(VideoAttention attention, int frames) {
        AlproConfig tiny = AlproConfig.tiny();
        VideoConfig video = tiny.video().frames(frames).attention(attention);
        return CostEstimate.of(tiny.video(video), 1, 0, 1, 8, 20).operations();
    }

    @Test
    void longerTextsCostMore() {
        assertThat(cost(0, 1, 8, 40).operations()).isGreaterThan(cost(0, 1, 8, 20).operations());
        assertThat(cost(0, 1, 8, 40).bytes()).isGreaterThan(cost(0, 1, 8, 20).bytes());
    }

    @Test
    void aStepReachesHalfOfTheSpeedOfBareProducts() {
        CostEstimate cost = new CostEstimate(1, 0, 30e9, 0, 0, 0, 8);

        assertThat(cost.seconds(10, 60e9)).isEqualTo(10);
        assertThat(cost.seconds(10, 240e9)).isEqualTo(2.5);
    }

    @Test
    void theBatchThatFitsSharesTheOneThatWasAskedFor() {
        CostEstimate cost = new CostEstimate(1, 0, 1, 100, 10, 2, 24);

        assertThat(cost.bytes()).isEqualTo(340);
        assertThat(cost.fitting(1000, false)).isEqualTo(24);
        assertThat(cost.fitting(199, false)).isEqualTo(8);
        assertThat(cost.fitting(119, false)).isZero();
        assertThat(cost.fitting(119, true)).isEqualTo(8);
        assertThat(cost.fitting(100, true)).isZero();
    }

    @Test
    void blocksThatAreComputedAgainKeepLess() {
        CostEstimate cost = cost(0, 3, 16, 20);

        assertThat(cost.bytes(16, true)).isLessThan(cost.bytes(16, false));
        assertThat(cost.bytes(16, true)).isGreaterThan(cost.weights());
    }
}
