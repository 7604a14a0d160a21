package io.github.alprolab.alpro.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.Decay;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule linear = new Schedule(1, 0.1, Decay.LINEAR, 100);

    @Test
    void warmsUpLinearlyAndReachesThePeakWhenTheWarmUpEnds() {
        assertThat(linear.at(1)).isCloseTo(0.1, within(1e-12));
        assertThat(linear.at(9)).isCloseTo(0.9, within(1e-12));
        assertThat(linear.at(10)).isEqualTo(1);
    }

    @Test
    void decaysToTheFloorAtTheLastStep() {
        assertThat(linear.at(55)).isCloseTo(0.5, within(1e-12));
        assertThat(linear.at(100)).isEqualTo(1e-8);
        assertThat(new Schedule(1, 0, Decay.COSINE, 100).at(50)).isCloseTo(0.5, within(1e-12));
        assertThat(new Schedule(1, 0.1, Decay.CONSTANT, 100).at(100)).isEqualTo(1);
    }
}
