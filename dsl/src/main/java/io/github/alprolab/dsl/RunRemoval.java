package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;
import java.util.stream.Collectors;

/** Removes runs, all of them or none. */
final class RunRemoval {
    private RunRemoval() {}

    static DataTable of(List<RunFolder> runs) {
        for (RunFolder run : runs) {
            requireRest(run);
            requireUnused(run, runs);
        }
        DataTable gone = RunList.of(runs, "Deleted from the disk");
        runs.forEach(RunFolder::remove);
        return gone;
    }

    private static void requireRest(RunFolder run) {
        if (run.state().state() == RunState.RUNNING) {
            throw new AdviceException(
                    "C39",
                    "%s is at work; nothing was deleted.".formatted(RunStore.shown(run.path())),
                    "Stop its session first");
        }
    }

    /** Nobody outside of those that go starts from its weights. */
    private static void requireUnused(RunFolder run, List<RunFolder> going) {
        String named = run.name() + "/" + run.path().getFileName() + "/";
        List<RunFolder> users =
                new RunStore(run.store())
                        .all().stream()
                                .filter(other -> going.stream().noneMatch(other::isSame))
                                .filter(other -> other.uses(named))
                                .toList();
        if (!users.isEmpty()) {
            throw new AdviceException(
                    "C39",
                    "Checkpoints of %s are used by %s; nothing was deleted."
                            .formatted(RunStore.shown(run.path()), words(users)),
                    "Runs.delete(\"%s\") first; or remove the folder by hand, after which these open without their start"
                            .formatted(users.get(0).name()));
        }
    }

    private static String words(List<RunFolder> users) {
        return users.stream()
                .map(u -> "“" + u.name() + "” · " + u.path().getFileName())
                .collect(Collectors.joining(", "));
    }
}
