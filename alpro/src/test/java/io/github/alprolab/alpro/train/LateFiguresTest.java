package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a GPU figures are read an update late; what is told and kept is the same. */
class LateFiguresTest {
    private static final List<Objective> OBJECTIVES =
            List.of(Objective.VTC, Objective.VTM, Objective.MLM);

    @TempDir Path folder;

    @Test
    void figuresThatAreReadLaterAreThoseThatAreReadAtOnce() throws IOException {
        List<Map<Metric, Double>> atOnce = train("at once", 0, 12);
        assertThat(train("late", 1, 12)).isEqualTo(atOnce).hasSize(12);
        assertThat(train("later", 3, 12)).isEqualTo(atOnce);
    }

    @Test
    void aStopTellsOfTheUpdateThatWasUnderWayAndGoesOnBehindIt() throws IOException {
        List<Map<Metric, Double>> parts = new ArrayList<>(train("parts", 1, 5));
        assertThat(parts).hasSize(6);
        parts.addAll(train("parts", 1, 12));
        assertThat(parts).isEqualTo(train("whole", 0, 12));
    }

    private List<Map<Metric, Double>> train(String name, int late, int stopAfter)
            throws IOException {
        SmallPretraining.Hearing hearing = new SmallPretraining.Hearing(stopAfter);
        TrainConfig config = SmallPretraining.config(3);
        TrainingOutcome outcome =
                new Training(
                                Start.random(SmallPretraining.SIZES, Optional.empty()),
                                config,
                                NoiseClips.data(32, 8))
                        .run(
                                folder.resolve(name),
                                hearing,
                                parts -> new ObjectivesTask("pretraining", parts, OBJECTIVES),
                                late);
        return hearing.heard(outcome).steps().stream().map(LateFiguresTest::untimed).toList();
    }

    private static Map<Metric, Double> untimed(StepReport step) {
        Map<Metric, Double> values = new LinkedHashMap<>(step.values());
        Metric.ofTime().forEach(values::remove);
        return values;
    }
}
