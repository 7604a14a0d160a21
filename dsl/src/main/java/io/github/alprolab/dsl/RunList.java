package io.github.alprolab.dsl;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.comparison.ComparedRuns;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.dsl.training.TrainingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs as a table. */
final class RunList {
    private static final double MEBI = 1 << 20;

    private RunList() {}

    static DataTable of(RunStore store) {
        return of(store.all(), "Runs in " + RunStore.shown(store.root()));
    }

    static DataTable of(List<RunFolder> runs, String title) {
        return DataTable.of(title)
                .text("name", runs.stream().map(RunFolder::name).toList())
                .text("kind", runs.stream().map(RunList::kind).toList())
                .text("configuration", each(runs, RunStatus::brief))
                .text("state", each(runs, s -> s.state().name()))
                .text("settings that differ", apart(runs))
                .text("best figure", runs.stream().map(RunList::best).toList())
                .text("started", each(runs, RunStatus::startedAt))
                .text("at work", each(runs, s -> Numbers.duration(s.seconds())))
                .number("size, MiB", runs.stream().map(r -> r.bytes() / MEBI).toList(), 1)
                .whole("epochs", runs.stream().map(r -> r.state().epoch()).toList());
    }

    static String kind(RunFolder folder) {
        return CanonicalJson.flat(folder.experiment()).getOrDefault("kind", "");
    }

    /** Of each run what the others of its name have otherwise. */
    private static List<String> apart(List<RunFolder> runs) {
        Map<String, List<RunFolder>> named = new LinkedHashMap<>();
        runs.forEach(r -> named.computeIfAbsent(r.name(), k -> new ArrayList<>()).add(r));
        Map<String, String> leftOut = LeftOut.byPath();
        List<String> all = new ArrayList<>();
        named.values()
                .forEach(
                        some ->
                                all.addAll(
                                        ComparedRuns.apart(
                                                some.stream().map(RunFolder::experiment).toList(),
                                                leftOut)));
        return all;
    }

    /** R@1, the accuracy of answers or the total loss, whichever it has first. */
    private static String best(RunFolder run) {
        List<Scored> scored = scored(run);
        return Scored.firstOf(scored, List.of(Metric.ANSWER_ACCURACY, Metric.R1, Metric.TOTAL_LOSS))
                .or(() -> scored.stream().findFirst())
                .map(s -> s.metric().title() + " " + s.text() + " on " + s.split())
                .orElse("–");
    }

    /** What its session recorded, or what its metrics tell. */
    static List<Scored> scored(RunFolder run) {
        List<Scored> recorded = run.scored();
        return recorded.isEmpty() && !run.metrics().isEmpty()
                ? TrainingRecord.of(run).scored()
                : recorded;
    }

    private static List<String> each(List<RunFolder> runs, Function<RunStatus, String> text) {
        return runs.stream().map(r -> text.apply(r.state())).toList();
    }
}
