package io.github.alprolab.dsl.listening;

import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;

/**
 * Is told what a run measures while it goes on; given to {@code experiment.run(listener)}. No part
 * of a run's identity. One that throws is left out from then on, and the run goes on.
 */
public interface RunListener {
    /**
     * A session begins: the first one of a run, or one that goes on.
     *
     * @param run its record, with all settings
     * @param status where it stands
     */
    void begins(RunFolder run, RunStatus status);

    /** A figure was measured. */
    void measured(MetricRow row);

    /** The session has ended, in whatever way; the record has everything. */
    void ended(RunFolder run, RunStatus status);
}
