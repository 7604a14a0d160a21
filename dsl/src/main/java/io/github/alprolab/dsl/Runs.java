package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What was run before, in the folder {@code ALPROLAB_RUNS}. */
public final class Runs {
    private static final String VIDEO_QA = "videoQa";

    private Runs() {}

    /** All of them by name and start. */
    public static DataTable list() {
        List<RunFolder> runs = RunStore.standard().all();
        return DataTable.of("Runs in " + RunStore.shown(RunStore.standard().root()))
                .text("name", runs.stream().map(RunFolder::name).toList())
                .text("kind", runs.stream().map(Runs::kind).toList())
                .text("configuration", each(runs, RunStatus::brief))
                .text("state", each(runs, s -> s.state().name()))
                .text("started", each(runs, RunStatus::startedAt))
                .text("at work", each(runs, s -> Numbers.duration(s.seconds())))
                .whole("epochs", runs.stream().map(r -> r.state().epoch()).toList());
    }

    /**
     * A file in the folder of runs, wherever that lies today: how the code of a run names a file of
     * another run, such as {@code Runs.path("teacher/9aed7f06-1/checkpoints/best.alpro")}.
     *
     * @param inside the way from the folder of runs
     */
    public static Path path(String inside) {
        return RunStore.standard().root().resolve(inside);
    }

    /**
     * The finished training of a name that was started last.
     *
     * @throws AdviceException when there is none, with the names there are
     */
    public static Run latest(String name) {
        List<RunFolder> trainings = trainings();
        return trainings.stream()
                .filter(f -> f.name().equals(name))
                .reduce((a, b) -> b)
                .map(Runs::training)
                .orElseThrow(
                        () ->
                                new AdviceException(
                                        "C14",
                                        "No finished training is named “%s”; there are %s."
                                                .formatted(name, names(trainings)),
                                        "Experiment.pretraining(\"" + name + "\")…run()"));
    }

    /**
     * The training in a folder, finished or not.
     *
     * @throws AdviceException when the folder holds none
     */
    public static Run open(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (!isTraining(kind(run))) {
            throw new AdviceException(
                    "C14",
                    "%s holds a %s; only trainings can be opened.".formatted(folder, kind(run)),
                    "For a retrieval run its experiment: it is loaded, not measured again");
        }
        return training(run);
    }

    private static List<RunFolder> trainings() {
        return RunStore.standard().all().stream()
                .filter(f -> f.state().state() == RunState.FINISHED)
                .filter(f -> isTraining(kind(f)))
                .toList();
    }

    private static boolean isTraining(String kind) {
        return List.of("prompter", "pretraining", VIDEO_QA).contains(kind);
    }

    private static Run training(RunFolder folder) {
        return switch (kind(folder)) {
            case "prompter" -> new PrompterRun(folder);
            case VIDEO_QA -> new VideoQaRun(folder);
            default -> new PretrainingRun(folder);
        };
    }

    private static String kind(RunFolder folder) {
        return CanonicalJson.flat(folder.experiment()).getOrDefault("kind", "");
    }

    private static String names(List<RunFolder> runs) {
        Set<String> names = new TreeSet<>();
        runs.forEach(r -> names.add("“" + r.name() + "”"));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static List<String> each(List<RunFolder> runs, Function<RunStatus, String> text) {
        return runs.stream().map(r -> text.apply(r.state())).toList();
    }
}
