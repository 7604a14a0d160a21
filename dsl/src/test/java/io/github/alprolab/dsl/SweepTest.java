package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.GroupedBars;
import io.github.alprolab.dsl.record.RunStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every combination of some settings, with several seeds. */
class SweepTest {
    @TempDir Path folder;

    @BeforeEach
    void keep() {
        Tiny.keepRunsIn(folder);
    }

    @AfterEach
    void forget() {
        Tiny.forgetRuns();
    }

    private static Sweep<Pretraining> rates() {
        return Sweep.of(Quick.pretraining("rates"))
                .over(
                        "learning rate",
                        List.of(3e-4, 3e-3),
                        (e, rate) -> e.trainer(t -> t.learningRate(rate)))
                .seeds(1, 2);
    }

    @Test
    void itRunsWhatIsMissingAndTellsMeansOverSeeds() {
        Pretraining one = Quick.pretraining("rates").trainer(t -> t.learningRate(3e-3).seed(2));
        PretrainingRun before = one.run();
        assertThat(rates().check().toString())
                .contains(
                        "learning rate 3.0E-4 · seed 1 to run · ",
                        "learning rate 0.003 · seed 2 finished, is loaded",
                        "4, of which 1 are finished and 3 are to run",
                        "as long as the finished ones took");

        Tiny.Listener listener = Tiny.Listener.offered(Integer.MAX_VALUE);
        Swept swept = rates().run();

        assertThat(listener.notes).contains("run 4 of 4: learning rate 0.003 · seed 2");
        assertThat(swept.runs()).hasSize(4);
        assertThat(swept.runs().get(3).folder()).isEqualTo(before.folder());
        assertThat(new RunStore(folder).named("rates")).hasSize(4);
        assertThat(swept.table().columns()).contains("learning rate", "R@1, %", "Total loss");
        assertThat(swept.table().rows()).isEqualTo(2);
        assertThat(swept.table().cell(1, swept.table().columns().indexOf("Total loss")))
                .matches("\\d\\.\\d{3} ± \\d\\.\\d{3}");
        Curves curves = (Curves) swept.curves(Metric.VTC_LOSS).picture();
        assertThat(curves.lines()).hasSize(2);
        assertThat(curves.lines().get(0).band()).hasSize(2);
        GroupedBars bars = (GroupedBars) swept.bars(Metric.R1).picture();
        assertThat(bars.series().get(0).spreads()).hasSize(2);
    }

    @Test
    void stoppedItTellsWhatIsThereAndGoesOnLater() {
        Tiny.Listener.offered(12);
        Swept part = rates().run();
        assertThat(part.table().title()).contains("! stopped, 1 of 4 runs");

        Tiny.Listener.offered(Integer.MAX_VALUE);
        assertThat(rates().check().toString()).contains("goes on at epoch ");
        assertThat(rates().run().runs()).hasSize(4);
        assertThat(new RunStore(folder).named("rates")).hasSize(4);
    }

    @Test
    void severalAxesAreCombined() {
        String plan =
                rates().over("batch", List.of(4, 8), (e, b) -> e.trainer(t -> t.batch(b)))
                        .check()
                        .toString();
        assertThat(plan)
                .contains("8, of which 0 are finished", "learning rate 0.003 · batch 4 · seed 2");
    }

    @Test
    void whatCannotBeVariedIsRefused() {
        assertThatThrownBy(() -> rates().seeds(1, 1))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("no two alike");
        assertThatThrownBy(() -> rates().over("learning rate", List.of(1), (e, v) -> e))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("a name of its own and at least one value");
    }

    @Test
    void aFaultOfOneRunKeepsAllFromRunning() {
        Sweep<Pretraining> sweep =
                Sweep.of(Quick.pretraining("faulty"))
                        .over("size", List.of(32, 40), (e, s) -> e.pairs(e.pairs().size(s)));
        assertThatThrownBy(sweep::run)
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("size 40: ");
        assertThat(new RunStore(folder).named("faulty")).isEmpty();
    }

    @Test
    void aMeasurementHasNoSeed() {
        Checkpoint model = Quick.pretraining("once").trainer(t -> t.epochs(1)).run().best();
        Retrieval search =
                Experiment.retrieval("seedless").pairs(Quick.PAIRS.only(Split.TEST)).from(model);
        assertThatThrownBy(() -> Sweep.of(search).seeds(1))
                .isInstanceOf(AdviceException.class)
                .hasMessageContaining("has no trainer that could be edited");
        assertThat(
                        Sweep.of(search)
                                .over(
                                        "clips",
                                        List.of(8, 16),
                                        (e, n) -> e.pairs(e.pairs().limit(n)))
                                .run()
                                .table()
                                .rows())
                .isEqualTo(2);
    }
}
