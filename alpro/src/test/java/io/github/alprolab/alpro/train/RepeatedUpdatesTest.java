package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.train.SmallPretraining.Heard;
import io.github.alprolab.alpro.train.SmallPretraining.Hearing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates that are measured are those of a training. */
class RepeatedUpdatesTest {
    private static final List<Objective> OBJECTIVES =
            List.of(Objective.VTC, Objective.VTM, Objective.MLM);

    @TempDir Path folder;

    @Test
    void theFirstTwoAreThoseOfTheTraining() throws IOException {
        Heard training = new SmallPretraining(folder).with(array()).run("training", 2);

        List<Map<Metric, Double>> repeated = repeated(2);

        assertThat(repeated)
                .isEqualTo(training.steps().stream().map(s -> untimed(s.values())).toList());
    }

    @Test
    void theyEndWhenTheListenerAsksAndLeaveNoFile() throws IOException {
        assertThat(repeated(5)).hasSize(5);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<Map<Metric, Double>> repeated(int updates) throws IOException {
        Hearing hearing = new Hearing(updates);
        int done =
                Pretrainer.job(
                                () -> Start.random(SmallPretraining.SIZES),
                                OBJECTIVES,
                                SmallPretraining.config(6),
                                NoiseClips.data(32, 8))
                        .repeat(hearing);
        assertThat(done).isEqualTo(updates);
        return hearing.heard(null).steps().stream().map(s -> untimed(s.values())).toList();
    }

    private static Objective[] array() {
        return OBJECTIVES.toArray(Objective[]::new);
    }

    private static Map<Metric, Double> untimed(Map<Metric, Double> values) {
        Map<Metric, Double> untimed = new LinkedHashMap<>(values);
        untimed.remove(Metric.CLIPS_PER_SECOND);
        untimed.remove(Metric.WAITED_FOR_DATA);
        return untimed;
    }
}
