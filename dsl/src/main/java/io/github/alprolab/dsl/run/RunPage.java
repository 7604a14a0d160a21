package io.github.alprolab.dsl.run;

import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** {@code RUN.md}: one page about a run, for people. */
final class RunPage {
    private RunPage() {}

    static void write(RunFolder folder, RunStatus status) {
        folder.write(
                "RUN.md",
                """
                # %s

                %s

                Settings: `experiment.json`; the same as code: `experiment.java`. Data: `data.json`.
                Machine and libraries: `environment.json`. Started by: `origin.json`. Every number:
                `metrics.csv`.

                %s
                """
                        .formatted(folder.name(), status, table(folder.metrics())));
    }

    private static String table(List<MetricRow> rows) {
        int last = rows.stream().mapToInt(MetricRow::step).max().orElse(0);
        String lines =
                rows.stream()
                        .filter(r -> r.step() == last && !r.split().equals("TRAIN"))
                        .map(
                                r ->
                                        "| %s | %s | %s |"
                                                .formatted(
                                                        r.split(),
                                                        r.metric(),
                                                        Numbers.decimals(r.value(), 4)))
                        .collect(Collectors.joining("\n"));
        return lines.isEmpty()
                ? "No epoch has ended yet."
                : "| split | metric | value |\n|---|---|---|\n" + lines;
    }
}
