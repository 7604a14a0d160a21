package io.github.alprolab.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuartilesTest {
    @Test
    void theyAreThoseOfTheSortedFigures() {
        assertThat(Quartiles.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0)))
                .isEqualTo(new Quartiles(2, 3, 4));
    }

    @Test
    void betweenTwoFiguresTheyAreInterpolated() {
        assertThat(Quartiles.of(List.of(1.0, 2.0))).isEqualTo(new Quartiles(1.25, 1.5, 1.75));
    }

    @Test
    void ofOneFigureAllAreThatFigure() {
        assertThat(Quartiles.of(List.of(7.0))).isEqualTo(new Quartiles(7, 7, 7));
    }

    @Test
    void noFigureIsRefused() {
        assertThatThrownBy(() -> Quartiles.of(List.of())).hasMessageContaining("at least one");
    }
}
