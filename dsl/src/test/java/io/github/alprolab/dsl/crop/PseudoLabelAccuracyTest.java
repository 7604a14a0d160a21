package io.github.alprolab.dsl.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.ShareBox;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudoLabelAccuracyTest {
    /** Confidence 0.05, 0.15 … 0.95; the five surest are right, those below 0.2 are ignored. */
    private static final PseudoLabelAccuracy TEN =
            new PseudoLabelAccuracy(
                    IntStream.range(0, 10)
                            .mapToObj(i -> label(i, 0.05 + i / 10.0, i >= 5, i < 2))
                            .toList(),
                    20,
                    3);

    @Test
    void sharesAreOfAllBoxesAndOfThoseThatAreNotIgnored() {
        assertThat(TEN.top1()).isEqualTo(0.5);
        assertThat(TEN.ignored()).isEqualTo(0.2);
        assertThat(TEN.top1Kept()).isEqualTo(5.0 / 8);
        assertThat(TEN.chance()).isEqualTo(0.5);
        assertThat(TEN.uniform()).isEqualTo(0.05);
        assertThat(TEN.toString()).contains("top-1", "50.0", "ignored", "20.0");
    }

    @Test
    void aHigherThresholdIgnoresMoreAndLeavesTheSurerOnes() {
        DataTable table = TEN.byThreshold();
        assertThat(table.rows()).isEqualTo(10);
        List<Double> ignored = table.tablesaw().doubleColumn("ignored").asList();
        List<Double> right = table.tablesaw().doubleColumn("top-1 of the rest").asList();
        assertThat(ignored.get(0)).isZero();
        assertThat(ignored.get(5)).isCloseTo(0.5, within(1e-9));
        assertThat(right.get(0)).isCloseTo(0.5, within(1e-9));
        assertThat(right.get(5)).isCloseTo(1, within(1e-9));
    }

    @Test
    void calibrationHasAPointForEachStepThatHasLabels() {
        Curves curves = (Curves) TEN.calibration().picture();
        assertThat(curves.lines().get(0).points()).hasSize(10);
        assertThat(curves.lines().get(0).points().get(9).y()).isEqualTo(1);
        // Half of the labels are right in five steps of ten: (0.05 + … + 0.45 + 0.45 + … + 0.05) /
        // 10.
        assertThat(curves.title()).contains("mean distance 0.25");
    }

    @Test
    void groupsByOverlapHoldEveryBoxOnce() {
        DataTable table = TEN.byOverlap();
        assertThat(table.tablesaw().longColumn("boxes").sum()).isEqualTo(10);
        assertThat(table.cell(0, 0)).contains("50");
        assertThat(TEN.bySize().tablesaw().longColumn("boxes").sum()).isEqualTo(10);
    }

    @Test
    void theKnownEntityIsTheLargestThatIsMostlyInsideWithItsSizeAndOverlap() {
        ShareBox left = new ShareBox(0, 0, 0.5, 1);
        Optional<KnownEntity> found =
                KnownEntity.in(
                        frame ->
                                List.of(
                                        new EntityBox("fox", 0.1, 0.1, 0.5, 0.5),
                                        new EntityBox("bear", 0.4, 0.1, 0.6, 0.6)),
                        List.of(0, 1),
                        left);
        assertThat(found.map(KnownEntity::name)).contains("fox");
        assertThat(found.orElseThrow().size()).isCloseTo(0.25, within(1e-9));
        assertThat(found.orElseThrow().inside()).isCloseTo(0.8, within(1e-9));
    }

    private static JudgedLabel label(int i, double sure, boolean right, boolean ignored) {
        KnownEntity known =
                new KnownEntity(i < 5 ? "fox" : "bear", 0.1 + i / 100.0, 0.5 + i / 20.0);
        return new JudgedLabel(known, sure, right, true, ignored);
    }
}
