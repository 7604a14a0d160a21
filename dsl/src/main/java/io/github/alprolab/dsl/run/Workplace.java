package io.github.alprolab.dsl.run;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.listening.Listeners;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import java.util.concurrent.CancellationException;

/** Where a session's work is done: its folder, its news, and whether it is to go on. */
public final class Workplace {
    private final RunFolder folder;
    private final Progress progress;
    private final ExitGuard guard;
    private final Listeners told;

    Workplace(RunFolder folder, Progress progress, ExitGuard guard, Listeners told) {
        this.told = told;
        this.folder = folder;
        this.progress = progress;
        this.guard = guard;
    }

    public RunFolder folder() {
        return folder;
    }

    /** Where news are shown. */
    public Progress progress() {
        return progress;
    }

    /** Tells those who listen of a figure. */
    public void measured(MetricRow row) {
        told.measured(row);
    }

    /** Whether the user, or the end of the process, asks for the end of the work. */
    public boolean stopRequested() {
        return guard.exiting() || progress.stopRequested();
    }

    /**
     * For work that leaves nothing half done: does nothing while it is to go on.
     *
     * @throws CancellationException when it is asked to stop
     */
    public void requireWanted() {
        if (stopRequested()) {
            throw new CancellationException("stopped on request");
        }
    }

    /** Brings the record to where the newest checkpoint is. */
    public void saved(int step, int epoch) {
        requireThere();
        folder.status(folder.state().at(step, epoch));
    }

    /**
     * Does nothing while the folder is where it was.
     *
     * @throws AdviceException when it was moved or removed: what is written there now would be half
     *     a run
     */
    public void requireThere() {
        if (!folder.isThere()) {
            throw moved(folder);
        }
    }

    static AdviceException moved(RunFolder folder) {
        return new AdviceException(
                "C14",
                "The run's folder %s was moved or removed while it was written, so the work stopped; what lay in it is as it was."
                        .formatted(folder.path()),
                "Put the folder back, or name its new place by ALPROLAB_RUNS, and run() again");
    }
}
