package io.github.alprolab.alpro.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RetrievalMetricsTest {

    @Test
    void countsRanksOfTheDiagonalWithTiesInColumnOrder() {
        double[][] scores = {{1, 0, 0, 0}, {2, 2, 0, 0}, {3, 2, 2, 1}, {4, 3, 2, 1}};

        assertThat(RetrievalMetrics.ranks(scores)).containsExactly(1, 2, 3, 4);
        RetrievalMetrics metrics = RetrievalMetrics.of(scores);
        assertThat(metrics).isEqualTo(new RetrievalMetrics(4, 25, 100, 100, 2.5, 2.5));
    }

    @Test
    void equalScoresEverywhereGiveTheRanksOfGuessing() {
        RetrievalMetrics metrics = RetrievalMetrics.of(new double[100][100]);

        assertThat(metrics.r10()).isEqualTo(10);
        assertThat(metrics.medianRank()).isEqualTo(50.5);
    }

    @Test
    void refusesAMatrixWithoutADiagonal() {
        assertThatThrownBy(() -> RetrievalMetrics.of(new double[2][3]))
                .hasMessageContaining("2 x 3");
        assertThatThrownBy(() -> RetrievalMetrics.of(new double[0][0]))
                .hasMessageContaining("square");
    }
}
