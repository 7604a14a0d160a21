package io.github.alprolab.dsl.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.alpro.retrieval.PairScores;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Probe;
import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProbeAccuracyTest {
    private static final Pair CLIP = ColourClips.of(1, 1, 1).pairs(Split.TEST).get(0);
    private static final List<Probe> PROBES =
            List.of(
                    new Probe("noun", CLIP, "a fox", "a bear"),
                    new Probe("number", CLIP, "a fox", "a fox and a bear"),
                    new Probe("noun", CLIP, "a cat", "a dog"));

    @Test
    void eachThingIsCountedApartAndATieIsNotRight() {
        double[] similarity = {1, 0, 2, 2, 0, 1};
        ProbeAccuracy found =
                ProbeAccuracy.of(PROBES, new PairScores(similarity, Optional.empty()));
        assertThat(found.rows())
                .containsExactly(
                        new ProbeRow("noun", 2, 1, OptionalLong.empty()),
                        new ProbeRow("number", 1, 0, OptionalLong.empty()));
        assertThat(found.table().columns()).doesNotContain("VTM");
        assertThat(found.toString()).contains("noun", "number", "50.0");
    }

    @Test
    void vtmIsCountedByItsOwnScores() {
        double[] similarity = new double[6];
        double[] match = {1, 0, 1, 0, 1, 0};
        ProbeAccuracy found =
                ProbeAccuracy.of(PROBES, new PairScores(similarity, Optional.of(match)));
        assertThat(found.rows().get(0).byVtm()).hasValue(2);
        assertThat(found.rows().get(0).vtm()).isEqualTo(1);
        assertThat(found.rows().get(0).byVtc()).isZero();
    }

    @Test
    void anIntervalIsThatOfWilson() {
        ProbeRow row = new ProbeRow("noun", 10, 8, OptionalLong.empty());
        // Of Wilson's formula for 8 of 10, worked out in Python.
        assertThat(row.vtcInterval().low()).isCloseTo(0.4902, within(1e-4));
        assertThat(row.vtcInterval().high()).isCloseTo(0.9433, within(1e-4));
    }
}
