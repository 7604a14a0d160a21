package io.github.alprolab.dsl;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What both kinds of training runs read from their folder.
 *
 * @param folder of the run
 */
record TrainingRecord(RunFolder folder) {

    RunStatus state() {
        return folder.state();
    }

    Checkpoint best() {
        Path best = folder.checkpoints().resolve("best.alpro");
        return Files.exists(best) ? Checkpoint.load(best) : last();
    }

    Checkpoint last() {
        return Checkpoint.load(folder.checkpoints().resolve("last.alpro"));
    }

    /** What was measured; worked out for runs from before it was recorded. */
    Measured measured() {
        return folder.part(Measured.FILE).map(Measured::read).orElseGet(this::workedOut);
    }

    private Measured workedOut() {
        Map<String, String> settings = CanonicalJson.flat(folder.experiment());
        CheckpointManifest manifest = last().manifest();
        List<Metric> all = new ArrayList<>(List.of(Metric.TOTAL_LOSS));
        losses().objectives().forEach(o -> all.add(o.lossMetric()));
        losses().objectives().forEach(o -> all.addAll(o.reports()));
        all.addAll(Metric.ofEveryTraining());
        return Measured.of(
                all,
                new Sizes(
                        Integer.parseInt(settings.get("trainer.batch")),
                        manifest.vocabulary().size(),
                        manifest.entities().size(),
                        mostFrequentPiece()));
    }

    /** The objectives; the prompter's record names none. */
    Losses losses() {
        Map<String, Map<String, Object>> parts = CanonicalJson.parts(folder.experiment(), "losses");
        return parts.isEmpty() ? Losses.of(Objective.VTC) : Losses.recorded(parts);
    }

    /** Metrics of a kind that have rows. */
    List<Metric> told(Metric.Kind kind) {
        return told(measured(), folder.metrics(), kind);
    }

    static List<Metric> told(Measured measured, List<MetricRow> rows, Metric.Kind kind) {
        return measured.of(kind).stream()
                .filter(m -> rows.stream().anyMatch(r -> r.metric().equals(m.name())))
                .toList();
    }

    Figure curves(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            throw new AdviceException("C27", "No metric is named.", "run.curves(Metric.VTC_LOSS)");
        }
        RunCurves curves = new RunCurves(folder.metrics(), measured());
        List<Figure> figures = metrics.stream().map(m -> Figure.of(curves.of(m))).toList();
        Figure all =
                figures.size() == 1
                        ? figures.get(0)
                        : Figure.grid(2, figures.toArray(Figure[]::new));
        all.save(folder.figure("curves.png"));
        return all;
    }

    /** Share of the most frequent word piece in VALIDATION captions; NaN without any. */
    double mostFrequentPiece() {
        String share = CanonicalJson.flat(folder.data()).get(DataRecord.MOST_FREQUENT_PIECE);
        return share == null ? Double.NaN : Double.parseDouble(share);
    }

    DataTable metrics() {
        return EpochTable.of(name() + " · means of each epoch", folder.metrics(), measured());
    }

    String name() {
        return folder.name();
    }

    /** The epoch of {@link #best()}: the first with the highest R@10 on VALIDATION. */
    Optional<MetricRow> bestRow() {
        return bestRow(folder.metrics());
    }

    static Optional<MetricRow> bestRow(List<MetricRow> rows) {
        List<MetricRow> recalls =
                rows.stream()
                        .filter(r -> r.split().equals("VALIDATION"))
                        .filter(r -> r.metric().equals(Metric.R10.name()))
                        .sorted(Comparator.comparingInt(MetricRow::step).reversed())
                        .toList();
        // Reversed, because max gives the last of equal ones and the first epoch counts.
        return recalls.stream().max(Comparator.comparingDouble(MetricRow::value));
    }

    /** The value on VALIDATION after an epoch. */
    double validation(int epoch, Metric metric) {
        return folder.metrics().stream()
                .filter(r -> r.split().equals("VALIDATION") && r.epoch() == epoch)
                .filter(r -> r.metric().equals(metric.name()))
                .mapToDouble(MetricRow::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The card of the run: state, time, best epoch, folder. */
    Showing show(String what) {
        RunStatus status = state();
        List<String> lines = new ArrayList<>();
        lines.add(what + " “" + name() + "” · " + status.state());
        lines.add(
                "epoch %d, step %s, %s at work"
                        .formatted(
                                status.epoch(),
                                Numbers.whole(status.step()),
                                Numbers.duration(status.seconds())));
        bestRow()
                .ifPresent(
                        best ->
                                lines.add(
                                        "best epoch %d: R@10 %s %% on VALIDATION"
                                                .formatted(
                                                        best.epoch(),
                                                        Numbers.decimals(best.value(), 1))));
        lines.add("configuration " + status.brief() + " · folder " + RunStore.shown(folder.path()));
        String html =
                "<div style=\"max-width:720px;padding:8px 12px;border:1px solid"
                        + " var(--jp-border-color2,#d8dee4);border-radius:4px\"><b>"
                        + Html.escape(lines.get(0))
                        + "</b><br>"
                        + String.join(
                                "<br>",
                                lines.subList(1, lines.size()).stream().map(Html::escape).toList())
                        + "</div>";
        return Showing.plain(String.join("\n", lines)).html(html);
    }
}
