package io.github.alprolab.dsl.listening;

import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Those of one session; one that throws is told about once and left out. */
public final class Listeners {
    private final List<RunListener> left;
    private final Consumer<String> notes;

    /** Of a session that notes what goes wrong. */
    public Listeners(List<RunListener> all, Consumer<String> notes) {
        this.left = new ArrayList<>(all);
        this.notes = notes;
    }

    /** A session begins. */
    public void begins(RunFolder run, RunStatus status) {
        each(listener -> listener.begins(run, status));
    }

    /** A figure was measured. */
    public void measured(MetricRow row) {
        each(listener -> listener.measured(row));
    }

    /** The session has ended. */
    public void ended(RunFolder run, RunStatus status) {
        each(listener -> listener.ended(run, status));
    }

    private void each(Consumer<RunListener> telling) {
        for (RunListener listener : List.copyOf(left)) {
            try {
                telling.accept(listener);
            } catch (RuntimeException e) {
                left.remove(listener);
                notes.accept("%s is told no more: %s".formatted(listener, e.getMessage()));
            }
        }
    }
}
