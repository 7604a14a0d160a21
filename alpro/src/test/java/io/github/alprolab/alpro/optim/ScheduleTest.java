package io.github.alprolab.alpro.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.config.Decay;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** N = 1000 and w = int(0.05 · 1000) = 50, as published. */
    private final Schedule linear = new Schedule(1e-4, 0.05, Decay.LINEAR, 1000);

    @Test
    void theRateAtOneBeforeTheEndOfWarmUpAtItsEndAndAtTheLastUpdate() {
        assertThat(linear.at(1)).isCloseTo(1e-4 / 50, within(1e-18));
        assertThat(linear.at(49)).isCloseTo(1e-4 * 49 / 50, within(1e-18));
        assertThat(linear.at(50)).isEqualTo(1e-4);
        assertThat(linear.at(51)).isCloseTo(1e-4 * 949 / 950, within(1e-18));
        assertThat(linear.at(1000)).isZero();
    }

    @Test
    void thePublishedCodePutsAFloorUnderZeroAlone() {
        assertThat(linear.floored(1000)).isEqualTo(1e-8);
        assertThat(linear.floored(1)).isEqualTo(linear.at(1));
        Schedule small = new Schedule(1e-9, 0, Decay.CONSTANT, 10);
        assertThat(small.floored(5)).isEqualTo(1e-9);
    }

    @Test
    void aWarmUpOfLessThanOneUpdateStartsWithTheDecay() {
        Schedule short5 = new Schedule(1, 0.1, Decay.LINEAR, 5);
        assertThat(short5.at(1)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void cosineIsHalfInTheMiddleAndConstantStays() {
        Schedule cosine = new Schedule(1, 0.1, Decay.COSINE, 100);
        assertThat(cosine.at(10)).isEqualTo(1);
        assertThat(cosine.at(55)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.at(32)).isGreaterThan(new Schedule(1, 0.1, Decay.LINEAR, 100).at(32));
        assertThat(cosine.at(100)).isZero();
        Schedule constant = new Schedule(1, 0.1, Decay.CONSTANT, 100);
        assertThat(constant.at(5)).isCloseTo(0.5, within(1e-12));
        assertThat(constant.at(100)).isEqualTo(1);
    }

    @Property
    void risesToThePeakAndNeverLeavesTheRangeNorRisesAgain(
            @ForAll Decay decay,
            @ForAll @DoubleRange(min = 0, max = 0.99) double warmup,
            @ForAll @IntRange(min = 1, max = 300) int steps) {
        Schedule schedule = new Schedule(2, warmup, decay, steps);
        int warm = (int) (warmup * steps);
        for (int n = 1; n <= steps; n++) {
            assertThat(schedule.at(n)).isBetween(0.0, 2.0);
            if (n > 1 && n <= warm) {
                assertThat(schedule.at(n)).isGreaterThan(schedule.at(n - 1));
            } else if (n > 1) {
                assertThat(schedule.at(n)).isLessThanOrEqualTo(schedule.at(n - 1) + 1e-12);
            }
        }
    }
}
