package io.github.alprolab.dsl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.MetricRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a training that goes on, and what it tells of waiting. */
class LiveRowsTest {
    @Test
    void fewRowsAreKeptAsTheyAre() {
        List<MetricRow> few = List.of(row(1, "TRAIN", 3), row(2, "TRAIN", 2));
        LiveRows rows = new LiveRows(few);
        MetricRow measured = row(2, "VALIDATION", 1);
        rows.add(measured);

        assertThat(rows.all()).containsExactly(few.get(0), few.get(1), measured);
        assertThat(rows.others()).containsExactly(measured);
    }

    @Test
    void manyRowsBecomeMeansOfNeighboursAndKeepTheirCurve() {
        LiveRows rows = new LiveRows(List.of());
        for (int step = 1; step <= 100_003; step++) {
            rows.add(row(step, "TRAIN", 2.0 * step));
        }
        List<MetricRow> kept = rows.all();

        assertThat(kept).hasSizeBetween(LiveRows.MOST / 2, LiveRows.MOST);
        assertThat(kept).isSortedAccordingTo((a, b) -> Integer.compare(a.step(), b.step()));
        assertThat(kept)
                .allSatisfy(r -> assertThat(r.value()).isCloseTo(2.0 * r.step(), within(2.0)));
        assertThat(kept.get(kept.size() - 1).step()).isGreaterThan(99_000);
    }

    @Test
    void theShareOfWaitingIsThatOfTheTimeWithoutTheFirstUpdateOfEachSession() {
        assertThat(
                        Waiting.share(
                                List.of(
                                        waited(9, 0.9),
                                        waited(10, 0.5),
                                        row(2, "TRAIN", 77),
                                        waited(13, 0.1),
                                        waited(4, 1), // another session
                                        waited(8, 0))))
                .hasValueCloseTo(0.8 / 8, within(1e-12));
        assertThat(Waiting.share(List.of(row(1, "TRAIN", 1), waited(5, 1)))).isEmpty();
    }

    private static MetricRow waited(double seconds, double share) {
        return new MetricRow(1, 1, "TRAIN", Metric.WAITED_FOR_DATA.name(), share, seconds);
    }

    private static MetricRow row(int step, String split, double value) {
        return new MetricRow(step, 1, split, "VTC_LOSS", value, step);
    }
}
