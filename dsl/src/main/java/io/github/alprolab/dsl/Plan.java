package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Level;
import io.github.alprolab.dsl.check.PlanChecks;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Runs that belong together, one after another. What is finished is loaded and what was interrupted
 * goes on, since each is an experiment of its own that is found by its settings.
 *
 * @param title of the sweep or ablation
 * @param runs in the order they are run
 * @param scoring the experiment that measures what a run trained, where there is one
 */
record Plan<E extends Experiment>(
        String title,
        List<PlannedRun<E>> runs,
        Optional<Function<Run, ? extends Experiment>> scoring) {
    Plan {
        runs = List.copyOf(runs);
    }

    /** What exists, what is to run and what it costs; faults of any of the experiments. */
    Report check() {
        List<Finding> findings = new ArrayList<>();
        for (PlannedRun<E> run : runs) {
            run.experiment().check().findings().stream()
                    .filter(f -> f.level().compareTo(Level.WARNING) >= 0)
                    .map(f -> PlanChecks.of(run.words(), f))
                    .filter(f -> findings.stream().noneMatch(g -> PlanChecks.repeats(f, g)))
                    .forEach(findings::add);
        }
        if (findings.stream().noneMatch(f -> f.level() == Level.FAULT)) {
            findings.add(PlanChecks.sound(runs.size()));
        }
        return new Report(title, findings, costs());
    }

    private String stands(PlannedRun<E> run) {
        String brief = run.experiment().hash().substring(0, 8);
        return run.status()
                .map(
                        s ->
                                switch (s.state()) {
                                    case FINISHED -> "finished, is loaded · " + brief + scored(run);
                                    case RUNNING -> "at work in another session · " + brief;
                                    default ->
                                            "goes on at epoch %d, step %d · %s"
                                                    .formatted(s.epoch(), s.step(), brief);
                                })
                .orElse("to run · " + brief);
    }

    /** Of a finished run: whether it was measured as well. */
    private String scored(PlannedRun<E> run) {
        if (scoring.isEmpty()) {
            return "";
        }
        Experiment measuring = scoring.get().apply(Runs.opened(run.folder()));
        boolean done =
                RunStore.standard()
                        .current(measuring.name(), measuring.hash())
                        .status()
                        .filter(s -> s.state() == RunState.FINISHED)
                        .isPresent();
        return done ? ", measured" : ", to measure";
    }

    private List<CostLine> costs() {
        long left = runs.stream().filter(r -> !r.isFinished()).count();
        List<CostLine> lines = new ArrayList<>();
        lines.add(
                new CostLine(
                        "runs",
                        "%d, of which %d are finished and %d are to run"
                                .formatted(runs.size(), runs.size() - left, left)));
        if (left > 0) {
            lines.add(new CostLine("time", time(left)));
        }
        runs.forEach(run -> lines.add(new CostLine(run.words(), stands(run))));
        return lines;
    }

    /** Measured where any run of the plan, or of its name, is finished. */
    private String time(long left) {
        OptionalDouble planned =
                runs.stream()
                        .filter(PlannedRun::isFinished)
                        .mapToDouble(r -> r.folder().state().seconds())
                        .average();
        if (planned.isPresent()) {
            return "≈ %s (as long as the finished ones took, %s each)"
                    .formatted(
                            Numbers.duration(planned.getAsDouble() * left),
                            Numbers.duration(planned.getAsDouble()));
        }
        Optional<RunStatus> alike = finishedAlike();
        return alike.map(
                        s ->
                                "≈ %s (if each takes the %s of run %s, which has other settings)"
                                        .formatted(
                                                Numbers.duration(s.seconds() * left),
                                                Numbers.duration(s.seconds()),
                                                s.brief()))
                .orElseGet(() -> left + " times " + estimated());
    }

    private Optional<RunStatus> finishedAlike() {
        return RunStore.standard().named(runs.get(0).experiment().name()).stream()
                .map(RunFolder::state)
                .filter(s -> s.state() == RunState.FINISHED)
                .reduce((a, b) -> b);
    }

    /** What the check of the first says. */
    private String estimated() {
        return runs.get(0).experiment().check().costs().stream()
                .filter(c -> c.name().equals("time"))
                .map(CostLine::value)
                .findFirst()
                .orElse("what one takes, which is known when one has run");
    }

    /** Does what is missing; ends early, with what is there, where a run is stopped. */
    List<DoneRun> run() {
        check().require();
        List<DoneRun> done = new ArrayList<>();
        for (PlannedRun<E> planned : runs) {
            note("run %d of %d: %s".formatted(done.size() + 1, runs.size(), planned.words()));
            Run run = planned.experiment().run();
            if (run.state().state() != RunState.FINISHED) {
                note("stopped; run() goes on with " + planned.words());
                break;
            }
            Run scored = scoring.isPresent() ? scoring.get().apply(run).run() : run;
            done.add(new DoneRun(planned.values(), planned.label(), run, scored));
        }
        return List.copyOf(done);
    }

    private static void note(String line) {
        try (Progress progress = FrontEnd.current().start()) {
            progress.note(line);
        }
    }
}
