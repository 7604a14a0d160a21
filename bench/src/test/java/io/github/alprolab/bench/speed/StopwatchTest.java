package io.github.alprolab.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private final List<List<Double>> told = new ArrayList<>();

    @Test
    void stepsToWarmUpAreLeftOut() {
        int taken = run(new Stopwatch(3, Optional.empty(), t -> told.add(t.seconds())));

        assertThat(told).containsExactly(List.of(3.0, 4.0, 5.0));
        assertThat(taken).isEqualTo(5);
    }

    @Test
    void everyLineAsksForAsManyAgain() {
        int taken = run(new Stopwatch(2, lines("\n\n"), t -> told.add(t.seconds())));

        assertThat(told).containsExactly(List.of(2.0, 3.0), List.of(4.0, 5.0));
        assertThat(taken).isEqualTo(5);
    }

    @Test
    void withoutALineNothingIsMeasured() {
        assertThat(run(new Stopwatch(2, lines(""), t -> told.add(t.seconds())))).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    /** Steps of 1, 2, 3, … seconds until it is enough. */
    private static int run(Stopwatch watch) {
        int step = 1;
        while (watch.goesOn(step)) {
            step++;
        }
        return step;
    }

    private static Optional<BufferedReader> lines(String text) {
        return Optional.of(new BufferedReader(new StringReader(text)));
    }
}
