package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.comparison.FigureDifferences;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.record.Settings;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.Optional;

/** A run and the same run once more: every figure of both, and how far they lie apart. */
public final class Reproduction implements Shown {
    private final Run recorded;
    private final Run again;
    private final FigureDifferences differences;

    private Reproduction(Run recorded, Run again) {
        this.recorded = recorded;
        this.again = again;
        this.differences =
                FigureDifferences.of(
                        new RunFolder(recorded.folder()),
                        recorded.scored(),
                        new RunFolder(again.folder()),
                        again.scored());
    }

    static Reproduction of(Run recorded, Experiment experiment) {
        if (recorded.state().state() != RunState.FINISHED) {
            throw new AdviceException(
                    "C39",
                    "%s is %s; a run that has not finished has no figures to meet."
                            .formatted(RunStore.shown(recorded.folder()), recorded.state().state()),
                    "Runs.latest(\"" + recorded.name() + "\").reproduce()");
        }
        Run again = begun(recorded, experiment) ? experiment.run() : experiment.again();
        if (again.state().state() != RunState.FINISHED) {
            throw new AdviceException(
                    "C39",
                    "The reproduction was stopped at epoch %d.".formatted(again.state().epoch()),
                    "run.reproduce() goes on from there");
        }
        return new Reproduction(recorded, again);
    }

    /** Whether the newest run of these settings is a reproduction that was stopped. */
    private static boolean begun(Run recorded, Experiment experiment) {
        RunFolder newest = RunStore.standard().current(experiment.name(), experiment.hash());
        Optional<RunStatus> status = newest.status();
        return !newest.isSame(new RunFolder(recorded.folder()))
                && status.filter(s -> s.state() == RunState.INTERRUPTED).isPresent();
    }

    /** The new run. */
    public Run run() {
        return again;
    }

    /** Whether every figure is the same to the last bit. */
    public boolean isExact() {
        return differences.greatest() == 0 && differences.missing() == 0;
    }

    /** Every figure that both have, the largest difference first. */
    public DataTable table() {
        DataTable table = differences.table("Reproduction of " + recorded.name() + " · " + words());
        return table;
    }

    private String words() {
        List<String> settings =
                Settings.differences(
                        new RunFolder(recorded.folder()).experiment(),
                        new RunFolder(again.folder()).experiment(),
                        LeftOut.byPath());
        return settings.isEmpty()
                ? differences.words()
                : differences.words() + " · ! other settings: " + String.join(", ", settings);
    }

    @Override
    public Showing show() {
        return table().show();
    }

    @Override
    public String toString() {
        return table().toString();
    }
}
