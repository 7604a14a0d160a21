package io.github.alprolab.dsl;

import io.github.alprolab.alpro.train.TrainingListener;
import io.github.alprolab.alpro.train.TrainingOutcome;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.record.MetricLog;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One call of {@code run()}: finds the folder of the settings, decides whether to train, resume or
 * load, and keeps the record.
 *
 * @param description whose hash names the folder
 * @param data what {@code data.json} says of the data
 * @param work the training itself
 */
record TrainingSession(Description description, Map<String, Object> data, Work work) {
    /** Trains in a folder, resuming what is there. */
    interface Work {
        TrainingOutcome run(Path checkpoints, TrainingListener listener) throws IOException;
    }

    /** Does what is missing for these settings. */
    RunFolder run() {
        return in(RunStore.standard().current(description.name(), description.hash()));
    }

    /** Trains in a new folder. */
    RunFolder again() {
        return in(RunStore.standard().next(description.name(), description.hash()));
    }

    private RunFolder in(RunFolder folder) {
        Optional<RunStatus> before = folder.status();
        boolean finished = before.filter(s -> s.state() == RunState.FINISHED).isPresent();
        try (Progress progress = FrontEnd.current().start()) {
            if (finished) {
                progress.note(firstLine(before));
            } else {
                folder.alone(() -> trainOrResume(folder, progress));
            }
        }
        return folder;
    }

    private void trainOrResume(RunFolder folder, Progress progress) {
        Optional<RunStatus> before = folder.status();
        progress.note(firstLine(before));
        begin(folder, before);
        train(folder, progress);
    }

    private String firstLine(Optional<RunStatus> before) {
        if (before.isEmpty()) {
            return "training %s · %s".formatted(description.name(), description.brief());
        }
        RunStatus status = before.get();
        return status.state() == RunState.FINISHED
                ? "loaded finished run of %s (0 s). again() trains anew".formatted(status.endedAt())
                : "resuming %s · %s at epoch %d, step %d (%s)"
                        .formatted(
                                description.name(),
                                description.brief(),
                                status.epoch(),
                                status.step(),
                                status.ended().isEmpty()
                                        ? "its last session did not end"
                                        : "stopped " + status.endedAt());
    }

    private void begin(RunFolder folder, Optional<RunStatus> before) {
        if (before.isEmpty()) {
            folder.begin(description.json(), description.code(), data);
        }
        // Another session may be on another machine; the newest one counts.
        folder.environment();
        folder.status(
                before.map(RunStatus::resumed)
                        .orElseGet(() -> RunStatus.starting(description.hash(), Instant.now())));
    }

    private void train(RunFolder folder, Progress progress) {
        long start = System.nanoTime();
        try (ExitGuard guard = ExitGuard.hold();
                MetricLog log = MetricLog.append(folder.metricsFile())) {
            TrainingWatch watch = new TrainingWatch(folder, log, progress, guard);
            TrainingOutcome outcome = work.run(folder.checkpoints(), watch);
            end(
                    folder,
                    outcome.finished() ? RunState.FINISHED : RunState.INTERRUPTED,
                    start,
                    outcome.finished() ? "" : "stopped on request; run() goes on from here");
        } catch (IOException e) {
            end(folder, RunState.FAILED, start, e.getMessage());
            throw AdviceException.unreadable(
                    "The run in " + folder.path() + " cannot go on",
                    e,
                    "experiment.again() trains anew in a folder of its own");
        } catch (RuntimeException e) {
            end(folder, RunState.FAILED, start, e.toString());
            throw e;
        }
    }

    private static void end(RunFolder folder, RunState state, long start, String reason) {
        double seconds = (System.nanoTime() - start) / 1e9;
        folder.status(folder.status().orElseThrow().ended(state, Instant.now(), seconds, reason));
        RunPage.write(folder);
    }
}
