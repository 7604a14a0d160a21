package io.github.alprolab.dsl;

import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One run of a sweep or an ablation.
 *
 * @param values what it is on each axis, as tables show it
 * @param label its combination in words
 * @param seed where it is repeated
 * @param experiment what is run
 */
record PlannedRun<E extends Experiment>(
        List<String> values, String label, OptionalLong seed, E experiment) {
    /** The combination with its seed. */
    String words() {
        String all = label.isEmpty() ? experiment.name() : label;
        return all + (seed.isPresent() ? " · seed " + seed.getAsLong() : "");
    }

    /** Where its newest run lies, or would. */
    RunFolder folder() {
        return RunStore.standard().current(experiment.name(), experiment.hash());
    }

    Optional<RunStatus> status() {
        return folder().status();
    }

    boolean isFinished() {
        return status().filter(s -> s.state() == RunState.FINISHED).isPresent();
    }
}
