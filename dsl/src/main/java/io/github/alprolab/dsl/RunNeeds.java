package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.record.Settings;
import io.github.alprolab.dsl.run.Description;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;

/**
 * What a training finds where its runs lie: others of its name, room for its checkpoints.
 *
 * @param description of the training
 * @param anew whether what lies there already is of no use
 */
record RunNeeds(Description description, boolean anew) {
    /** Weights and both moments of AdamW: last, the one before, and one being written; the best. */
    private static final int CHECKPOINT_FLOATS = 3 + 3 + 1 + 3;

    private static final int LAST_FLOATS = 3;
    private static final int FLOAT = 4;

    /** C24: what the newest run of this name has otherwise. */
    Finding name() {
        return Checks.name(
                description.name(),
                RunStore.standard()
                        .latest(description.name())
                        .filter(f -> !f.state().hash().equals(description.hash()))
                        .map(
                                f ->
                                        Settings.differences(
                                                f.experiment(),
                                                description.json(),
                                                LeftOut.byPath()))
                        .orElse(List.of()));
    }

    /** Bytes of all checkpoints at most. */
    static double bytes(long parameters) {
        return 1.0 * CHECKPOINT_FLOATS * FLOAT * parameters;
    }

    /**
     * C21: a run that goes on writes over its own checkpoints, whose size says more than the
     * estimate; a finished one writes none.
     */
    Finding disk(long parameters) {
        RunStore store = RunStore.standard();
        RunFolder there = store.current(description.name(), description.hash());
        if (anew || there.lastCheckpointBytes() == 0) {
            return Checks.disk((long) bytes(parameters), 0, store.freeBytes());
        }
        boolean finished = there.status().filter(s -> s.state() == RunState.FINISHED).isPresent();
        long held = there.checkpointBytes();
        long needed = there.lastCheckpointBytes() / LAST_FLOATS * CHECKPOINT_FLOATS;
        return Checks.disk(finished ? held : needed, held, store.freeBytes());
    }

    /** What the run leaves behind: size and place of its checkpoints, and its configuration. */
    List<CostLine> lines(long parameters) {
        return List.of(
                new CostLine("checkpoints", Numbers.bytes(bytes(parameters)) + " at most"),
                new CostLine("run folder", folder()),
                new CostLine("configuration", description.brief()));
    }

    /** The data it reads, as it is shown. */
    CostLine data() {
        return new CostLine("data", description.dataHash().substring(0, 8));
    }

    private String folder() {
        return RunStore.shown(
                RunStore.standard().current(description.name(), description.hash()).path());
    }
}
