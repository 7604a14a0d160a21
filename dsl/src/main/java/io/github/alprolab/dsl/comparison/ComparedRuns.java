package io.github.alprolab.dsl.comparison;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.check.ComparisonChecks;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs beside each other; the first is what the others are compared with.
 *
 * @param runs at least two
 * @param leftOut by path, what records do not write out because it is the default
 */
public record ComparedRuns(List<ComparedRun> runs, Map<String, String> leftOut) {
    private static final String NOTHING = "–";
    private static final int MOST_APART = 4;

    /** In this order. */
    public ComparedRuns {
        runs = List.copyOf(runs);
        leftOut = Map.copyOf(leftOut);
    }

    /**
     * Named so that they are told apart.
     *
     * @param scored final figures of each run
     */
    public static ComparedRuns of(
            List<RunFolder> runs, List<List<Scored>> scored, Map<String, String> leftOut) {
        List<String> labels = RunLabels.of(runs, leftOut);
        return new ComparedRuns(
                IntStream.range(0, runs.size())
                        .mapToObj(i -> new ComparedRun(labels.get(i), runs.get(i), scored.get(i)))
                        .toList(),
                leftOut);
    }

    /**
     * Of each record what the others have otherwise, such as “epochs 20 · seed 2”.
     *
     * @param experiments texts of {@code experiment.json}
     */
    public static List<String> apart(List<String> experiments, Map<String, String> leftOut) {
        SettingsApart apart = SettingsApart.of(experiments, leftOut);
        return IntStream.range(0, experiments.size())
                .mapToObj(i -> apart.brief(i))
                .map(
                        all ->
                                String.join(" · ", all.subList(0, Math.min(MOST_APART, all.size())))
                                        + (all.size() > MOST_APART ? " …" : ""))
                .toList();
    }

    /** Settings that differ, one row each, and a column for each run. */
    public DataTable settings() {
        List<DifferentSetting> all = apart().settings();
        DataTable table =
                DataTable.of("Settings that differ · " + verdict())
                        .text("setting", all.stream().map(DifferentSetting::words).toList());
        for (int run = 0; run < runs.size(); run++) {
            int place = run;
            table =
                    table.text(
                            runs.get(run).label(),
                            all.stream().map(s -> s.shown().get(place)).toList());
        }
        return table;
    }

    /** The same above the figures, with the difference of each to the first run. */
    public DataTable table() {
        List<DifferentSetting> settings = apart().settings();
        List<Scored> figures = figures();
        List<String> names = new ArrayList<>();
        settings.forEach(s -> names.add(s.words()));
        figures.forEach(f -> names.add(title(f)));
        names.add("time at work");
        DataTable table = DataTable.of("Comparison · " + verdict()).text("what", names);
        for (int run = 0; run < runs.size(); run++) {
            table = table.text(runs.get(run).label(), column(run, settings, figures));
        }
        return runs.size() > 2 ? table : table.text("difference", differences(settings, figures));
    }

    private List<String> column(int run, List<DifferentSetting> settings, List<Scored> figures) {
        Stream<String> above = settings.stream().map(s -> s.shown().get(run));
        Stream<String> below = figures.stream().map(f -> figure(run, f));
        double seconds = runs.get(run).folder().state().seconds();
        return Stream.of(above, below, Stream.of(Numbers.duration(seconds)))
                .flatMap(s -> s)
                .toList();
    }

    /** The value; behind it, among more than two runs, how it differs from the first run's. */
    private String figure(int run, Scored figure) {
        Optional<Scored> own = runs.get(run).like(figure);
        Optional<Scored> first = runs.get(0).like(figure);
        boolean compared = runs.size() > 2 && run > 0 && first.isPresent();
        return own.map(
                        o ->
                                compared
                                        ? "%s (%s)".formatted(o.text(), words(first.get(), o))
                                        : o.text())
                .orElse(NOTHING);
    }

    private List<String> differences(List<DifferentSetting> settings, List<Scored> figures) {
        List<String> all = new ArrayList<>();
        settings.forEach(s -> all.add(""));
        for (Scored figure : figures) {
            Optional<Scored> before = runs.get(0).like(figure);
            Optional<Scored> after = runs.get(1).like(figure);
            boolean both = before.isPresent() && after.isPresent();
            all.add(both ? words(before.get(), after.get()) : NOTHING);
        }
        all.add("");
        return all;
    }

    private static String words(Scored before, Scored after) {
        return ScoreDifference.words(before.metric(), before.value(), after.value());
    }

    private static String title(Scored figure) {
        return "%s · %s%s"
                .formatted(
                        figure.metric().title(),
                        figure.split(),
                        figure.count() > 0 ? " · n = " + Numbers.whole(figure.count()) : "");
    }

    /** Every metric of every split that some run has, in the order of the runs. */
    private List<Scored> figures() {
        List<Scored> all = new ArrayList<>();
        for (ComparedRun run : runs) {
            run.scored().stream()
                    .filter(f -> all.stream().noneMatch(f::comparesWith))
                    .forEach(all::add);
        }
        return all;
    }

    /** Whether the figures may be compared at all, and what else than one thing differs. */
    public List<Finding> findings() {
        SettingsApart apart = apart();
        List<Finding> all = new ArrayList<>();
        all.add(ComparisonChecks.fair(List.copyOf(apart.things())));
        ComparisonChecks.conditions(List.copyOf(apart.things())).ifPresent(all::add);
        if (figures().stream().noneMatch(f -> runs.stream().allMatch(r -> r.like(f).isPresent()))) {
            all.add(ComparisonChecks.nothingInCommon(described()));
        }
        return all;
    }

    private String described() {
        return runs.stream()
                .map(r -> r.label() + ": " + splits(r.scored()))
                .collect(Collectors.joining("; "));
    }

    private static String splits(List<Scored> scored) {
        String all =
                scored.stream()
                        .map(s -> s.metric().title() + " on " + s.split())
                        .limit(2)
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "no figures" : all + " …";
    }

    private String verdict() {
        return ComparisonChecks.verdict(List.copyOf(apart().things()));
    }

    private SettingsApart apart() {
        return SettingsApart.of(runs.stream().map(r -> r.folder().experiment()).toList(), leftOut);
    }

    /** Where a metric was measured, as the end of a title. */
    String split(Metric metric) {
        return runs.stream()
                .flatMap(r -> Scored.firstOf(r.scored(), List.of(metric)).stream())
                .findFirst()
                .map(s -> " · " + s.split() + ", n = " + Numbers.whole(s.count()))
                .orElse("");
    }

    /** Names of the runs. */
    List<String> labels() {
        return runs.stream().map(ComparedRun::label).toList();
    }

    /** The value of a metric in each run, of the first split that has it; NaN without one. */
    List<Double> values(Metric metric) {
        return IntStream.range(0, runs.size())
                .mapToObj(i -> Scored.firstOf(runs.get(i).scored(), List.of(metric)))
                .map(found -> found.map(Scored::value).orElse(Double.NaN))
                .toList();
    }
}
