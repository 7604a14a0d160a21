package io.github.alprolab.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.bench.training.BenchmarkSize;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FlopsTest {
    private static final double GIGA = 1e9;

    /** docs/method.md counts 195.8 and 2.56, and 20.2 for 227 tokens. */
    @Test
    void thePublishedSizeNeedsWhatWasCountedInThePublishedClasses() {
        Flops base = flops(BenchmarkSize.BASE);

        assertThat(base.video() / GIGA).isCloseTo(195.8, within(0.1));
        assertThat(base.text() / GIGA).isCloseTo(2.56, within(0.01));
        assertThat(base.fusion() / GIGA).isCloseTo(20.2, within(0.1));
    }

    /** torch.utils.flop_counter over the peer's step: 0.9145 and 3.472; hidden words are random. */
    @Test
    void aTrainingStepNeedsWhatTorchCountsInThePeersStep() {
        assertThat(flops(BenchmarkSize.LAB).trainingStep() / GIGA)
                .isCloseTo(0.9145, Percentage.withPercentage(1));
        assertThat(flops(BenchmarkSize.TINY).trainingStep() / GIGA)
                .isCloseTo(3.472, Percentage.withPercentage(1));
        assertThat(flops(BenchmarkSize.LAB).video() / GIGA).isCloseTo(0.16124, within(1e-4));
    }

    /**
     * The design's 30.9 and 21.6 PFLOP keep whole fusion layers; ours needs CLS alone at the end.
     */
    @Test
    void aRankingOfAThousandByAThousandNeedsLessThanThePublishedOne() {
        Flops eight = new Flops(eightFrames(), 40);

        double published = eight.publishedRanking(1000, 1000);
        double needed = eight.ranking(1000, 1000);

        assertThat(published / 1e15).isCloseTo(30.9, within(0.3));
        assertThat(needed).isLessThan(0.6 * published);
    }

    private static AlproConfig eightFrames() {
        AlproConfig base = BenchmarkSize.BASE.config();
        return base.video(base.video().frames(8));
    }

    private static Flops flops(BenchmarkSize size) {
        return new Flops(size.config(), size.words());
    }
}
