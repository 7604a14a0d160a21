package io.github.alprolab.dsl.run;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.listening.Listeners;
import io.github.alprolab.dsl.listening.RunListener;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.RecordException;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * One call of {@code run()} or {@code again()}: finds the folder of the settings, decides whether
 * to work, to go on or to load, and keeps the record.
 *
 * @param plan what is to be run
 * @param work how
 * @param listeners who else is told what it measures
 */
public record RunSession(RunPlan plan, Work work, List<RunListener> listeners) {
    /** With those listeners. */
    public RunSession {
        listeners = List.copyOf(listeners);
    }

    /** Told to nobody else. */
    public RunSession(RunPlan plan, Work work) {
        this(plan, work, List.of());
    }

    /** Told to some as well. */
    public RunSession toldTo(RunListener first, RunListener... more) {
        return new RunSession(
                plan, work, Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /**
     * Does what is missing for these settings.
     *
     * @throws AdviceException when another session is at work on them, or a file cannot be read or
     *     written
     * @throws CancellationException when work that leaves nothing half done is stopped
     */
    public RunFolder run() {
        return in(RunStore.standard().current(plan.name(), plan.hash()));
    }

    /** Does the same in a new folder. */
    public RunFolder again() {
        return in(RunStore.standard().next(plan.name(), plan.hash()));
    }

    private RunFolder in(RunFolder folder) {
        try (Progress progress = FrontEnd.current().start()) {
            if (isFinished(folder.status())) {
                progress.note(firstLine(folder.status()));
            } else {
                folder.alone(() -> workOrLoad(folder, progress));
            }
        } catch (RecordException e) {
            throw new Breakdown(folder, plan.kind()).advised(e);
        }
        return folder;
    }

    /** Another session may have finished the run while this one looked at it. */
    private void workOrLoad(RunFolder folder, Progress progress) {
        Optional<RunStatus> before = folder.status();
        progress.note(firstLine(before));
        if (!isFinished(before)) {
            begin(folder, before);
            Listeners told = new Listeners(listeners, progress::note);
            told.begins(folder, folder.state());
            try (ExitGuard guard = ExitGuard.hold()) {
                work(new Workplace(folder, progress, guard, told));
            } finally {
                folder.status().ifPresent(status -> told.ended(folder, status));
            }
        }
    }

    private static boolean isFinished(Optional<RunStatus> status) {
        return status.filter(s -> s.state() == RunState.FINISHED).isPresent();
    }

    private String firstLine(Optional<RunStatus> before) {
        if (isFinished(before)) {
            return "loaded finished run of %s (0 s). again() %s anew"
                    .formatted(before.orElseThrow().endedAt(), plan.kind().does());
        }
        if (before.isEmpty() || !plan.kind().resumes()) {
            return plan.kind().doing() + " " + plan.brief();
        }
        RunStatus status = before.get();
        return "resuming %s at epoch %d, step %d (%s)"
                .formatted(
                        plan.brief(),
                        status.epoch(),
                        status.step(),
                        status.ended().isEmpty()
                                ? "its last session did not end"
                                : "stopped " + status.endedAt());
    }

    private void begin(RunFolder folder, Optional<RunStatus> before) {
        if (before.isEmpty()) {
            folder.begin(plan.settings(), plan.code(), plan.data().get());
        }
        // Another session may be on another machine and of another cell; the newest one counts.
        folder.environment();
        Map<String, Object> origin = Origin.of(Path.of(""), FrontEnd.current().cell());
        folder.write("origin.json", CanonicalJson.write(origin));
        folder.status(
                before.map(RunStatus::resumed)
                        .orElseGet(() -> RunStatus.starting(plan.hash(), Instant.now())));
    }

    private void work(Workplace place) {
        long start = System.nanoTime();
        try {
            Ending ending = work.in(place);
            place.saved(ending.step(), ending.epoch());
            String reason = "stopped on request; " + plan.kind().later();
            end(
                    place.folder(),
                    ending.finished() ? RunState.FINISHED : RunState.INTERRUPTED,
                    start,
                    ending.finished() ? "" : reason);
        } catch (IOException | RuntimeException e) {
            RuntimeException advice = new Breakdown(place.folder(), plan.kind()).advised(e);
            broken(place, start, advice);
            throw advice;
        } catch (Error e) {
            broken(place, start, e);
            throw e;
        }
    }

    /** Writes down why, as far as anything can be written there. */
    private void broken(Workplace place, long start, Throwable why) {
        boolean stopped = why instanceof CancellationException || place.stopRequested();
        String reason = why.getMessage() == null ? why.toString() : why.getMessage();
        try {
            if (place.folder().isThere()) {
                end(
                        place.folder(),
                        stopped ? RunState.INTERRUPTED : RunState.FAILED,
                        start,
                        reason);
            }
        } catch (RuntimeException e) {
            why.addSuppressed(e); // the lock tells that nobody is at work any more
        }
    }

    private static void end(RunFolder folder, RunState state, long start, String reason) {
        double seconds = (System.nanoTime() - start) / 1e9;
        RunStatus ended = folder.state().ended(state, Instant.now(), seconds, reason);
        RunPage.write(folder, ended);
        folder.status(ended); // last: what is FINISHED has everything
    }
}
