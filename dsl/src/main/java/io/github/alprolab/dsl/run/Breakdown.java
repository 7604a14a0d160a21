package io.github.alprolab.dsl.run;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.RecordException;
import io.github.alprolab.dsl.record.RunFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** What is said where work breaks down: what happened, what is safe, what to do. */
final class Breakdown {
    /** How systems say that a disk, or the user's share of it, is full. */
    private static final List<String> FULL = List.of("no space left", "not enough space", "quota");

    private static final List<String> FORBIDDEN =
            List.of("read-only", "permission denied", "access is denied");

    private final RunFolder folder;
    private final RunPlan.Kind kind;

    Breakdown(RunFolder folder, RunPlan.Kind kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /** The exception to show; errors of the virtual machine and unknown ones stay what they are. */
    RuntimeException advised(Exception e) {
        RuntimeException advice = advice(e);
        if (advice != e && advice.getCause() == null) {
            advice.initCause(e);
        }
        return advice;
    }

    private RuntimeException advice(Exception e) {
        if (e instanceof CancellationException) {
            return new CancellationException("stopped on request; " + kind.later());
        }
        if (e instanceof RecordException record) {
            return ofFile(record.getCause(), record.getMessage());
        }
        if (e instanceof IOException file) {
            return ofFile(file, file.getMessage());
        }
        if (e instanceof ClipException) {
            return new AdviceException("C10", e.getMessage(), "Then " + kind.later());
        }
        return (RuntimeException) e;
    }

    private RuntimeException ofFile(IOException cause, String what) {
        if (Files.notExists(folder.path())) {
            return Workplace.moved(folder);
        }
        String said =
                (cause.getMessage() + " " + cause.getClass().getSimpleName())
                        .toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(said::contains)) {
            return new AdviceException(
                    "C21",
                    "The disk of %s is full: %s. What was written before is whole."
                            .formatted(folder.path(), cause.getMessage()),
                    "Make room; then " + kind.later());
        }
        if (cause instanceof AccessDeniedException || FORBIDDEN.stream().anyMatch(said::contains)) {
            return new AdviceException(
                    "C21",
                    "%s may not be written: %s. What was written before is whole."
                            .formatted(folder.path(), cause.getMessage()),
                    "Allow this user to write there, or set ALPROLAB_RUNS to another folder; then "
                            + kind.later());
        }
        return AdviceException.unreadable(
                "The run in " + folder.path() + " cannot go on",
                new IOException(what, cause),
                "experiment.again() " + kind.does() + " anew in a folder of its own");
    }
}
