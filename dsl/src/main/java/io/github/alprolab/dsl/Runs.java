package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.RunArchive;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was run before, in the folder {@code ALPROLAB_RUNS}. */
public final class Runs {
    private Runs() {}

    /**
     * All of them by name and start: the settings that differ among the runs of a name, the best
     * figure, time and size. {@code Runs.list().sortOn("-size, MiB")} puts the largest first.
     */
    public static DataTable list() {
        return RunList.of(RunStore.standard());
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
     * The finished run of a name that was started last, of whatever kind. {@link #pretraining},
     * {@link #prompter}, {@link #videoQa} and {@link #retrieval} give those of one kind, with all
     * they answer.
     *
     * @throws AdviceException when there is none, with the names there are
     */
    public static Run latest(String name) {
        return latest(name, "run", kind -> true);
    }

    /** The same among pre-trainings. */
    public static PretrainingRun pretraining(String name) {
        return (PretrainingRun) latest(name, "pre-training", "pretraining"::equals);
    }

    /** The same among trainings of prompters. */
    public static PrompterRun prompter(String name) {
        return (PrompterRun) latest(name, "prompter", "prompter"::equals);
    }

    /** The same among trainings that answer questions. */
    public static VideoQaRun videoQa(String name) {
        return (VideoQaRun) latest(name, "videoQa", "videoQa"::equals);
    }

    /**
     * The same among retrievals.
     *
     * @throws AdviceException also where its data or its model are not on this machine; {@link
     *     #latest} gives its figures all the same
     */
    public static RetrievalRun retrieval(String name) {
        Run run = latest(name, "retrieval", "retrieval"::equals);
        if (run instanceof RetrievalRun retrieval) {
            return retrieval;
        }
        throw ((RecordedRun) run).why();
    }

    private static Run latest(String name, String what, Predicate<String> kind) {
        List<RunFolder> finished =
                RunStore.standard().all().stream()
                        .filter(f -> f.state().state() == RunState.FINISHED)
                        .toList();
        List<RunFolder> fitting =
                finished.stream().filter(f -> kind.test(RunList.kind(f))).toList();
        return fitting.stream()
                .filter(f -> f.name().equals(name))
                .reduce((a, b) -> b)
                .map(Runs::opened)
                .orElseThrow(() -> none(name, what, finished, fitting));
    }

    /** Names what there is, and how one of the kind asked for is made. */
    private static AdviceException none(
            String name, String what, List<RunFolder> finished, List<RunFolder> fitting) {
        Set<String> others = new TreeSet<>();
        finished.stream()
                .filter(f -> f.name().equals(name))
                .forEach(f -> others.add(RunList.kind(f)));
        String text =
                others.isEmpty()
                        ? "No finished %s is named “%s”; there are %s."
                        : "No finished %s is named “%s”, which is a "
                                + String.join(" and a ", others)
                                + "; there are %s.";
        String maker = what.equals("run") || what.equals("pre-training") ? "pretraining" : what;
        return new AdviceException(
                "C14", text.formatted(what, name, names(fitting)), fix(name, what, others, maker));
    }

    private static String fix(String name, String what, Set<String> others, String maker) {
        if (!others.isEmpty()) {
            return "Runs." + others.iterator().next() + "(\"" + name + "\")";
        }
        return what.equals("run")
                ? "Runs.list() names them; Experiment.… .run() makes one"
                : "Experiment." + maker + "(\"" + name + "\")…run()";
    }

    private static String names(List<RunFolder> runs) {
        Set<String> names = new TreeSet<>();
        runs.forEach(r -> names.add("“" + r.name() + "”"));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /**
     * The run in a folder, finished or not, of any kind, or in a zip that {@link Run#zip} wrote,
     * which is unpacked beside itself. Where what it needs is not on this machine, its figures and
     * settings can still be read and compared.
     *
     * @throws AdviceException when there is none
     */
    public static Run open(Path place) {
        return opened(RunArchive.open(place));
    }

    static Run opened(RunFolder run) {
        return switch (RunList.kind(run)) {
            case "prompter" -> new PrompterRun(run);
            case "pretraining" -> new PretrainingRun(run);
            case "videoQa" -> answering(run);
            default -> measured(run);
        };
    }

    /** With its questions, whose clips cards show, where the record and this machine have them. */
    private static Run answering(RunFolder run) {
        try {
            return new VideoQaRun(run, ((VideoQa) RecordedCode.experiment(run)).questions());
        } catch (AdviceException why) {
            return new VideoQaRun(run);
        }
    }

    /** With its experiment, where the record and this machine make it again. */
    private static Run measured(RunFolder run) {
        if (run.state().state() != RunState.FINISHED) {
            return new RecordedRun(
                    run,
                    new AdviceException(
                            "C14",
                            "%s has not finished, so it has no results."
                                    .formatted(RunStore.shown(run.path())),
                            "Its experiment's run() measures it anew"));
        }
        try {
            Experiment experiment = RecordedCode.experiment(run);
            if (experiment instanceof Retrieval retrieval) {
                return retrieval.opened(run);
            }
            throw new AdviceException(
                    "C39",
                    "Runs of the kind “%s” open by their record alone."
                            .formatted(RunList.kind(run)),
                    "experiment.run() loads it");
        } catch (AdviceException why) {
            return new RecordedRun(run, why);
        }
    }

    /** Runs beside each other: settings that differ, figures with differences, curves, bars. */
    public static Comparison compare(Run first, Run... more) {
        List<Run> all = Stream.concat(Stream.of(first), Stream.of(more)).toList();
        if (all.size() < 2) {
            throw new AdviceException(
                    "C38",
                    "One run is given; a comparison needs two.",
                    "Runs.compare(run, longer)");
        }
        return Comparison.of(all);
    }

    /**
     * Writes a folder about a run for others: its best model as {@code model.safetensors} with a
     * {@code MODEL_CARD.md}, as hubs of models expect, the run with all its numbers as {@code
     * run.zip}, its curves, and a {@code notebook.ipynb} that opens both. What is there under these
     * names is replaced.
     *
     * @return the folder
     * @throws AdviceException when it cannot be written
     */
    public static Path publish(Run run, Path folder) {
        return Publication.write(run, folder);
    }

    /**
     * Removes a run with its checkpoints from the disk, and tells what went.
     *
     * @throws AdviceException when it is at work, or when others start from its weights; nothing
     *     was removed then
     */
    public static DataTable delete(Run run) {
        return RunRemoval.of(List.of(new RunFolder(run.folder())));
    }

    /**
     * The same with all runs of a name.
     *
     * @throws AdviceException also when no run has the name
     */
    public static DataTable delete(String name) {
        List<RunFolder> all = RunStore.standard().named(name);
        if (all.isEmpty()) {
            throw new AdviceException(
                    "C14",
                    "No run is named “%s”; there are %s."
                            .formatted(name, names(RunStore.standard().all())),
                    "Runs.list()");
        }
        return RunRemoval.of(all);
    }
}
