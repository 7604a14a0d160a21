package io.github.alprolab.dsl.training;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.datasets.gallery.Html;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.data.DataRecord;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.Reference;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.record.MetricRow;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.record.Scored;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What both kinds of training runs read from their folder.
 *
 * @param folder of the run
 * @param before what was measured in a run from before it was recorded
 */
public record TrainingRecord(RunFolder folder, Function<TrainingRecord, Measured> before) {
    /** Figures that choose the best epoch; a training has one of them. */
    private static final List<String> JUDGES =
            List.of(Metric.R10.name(), Metric.ANSWER_ACCURACY.name());

    private static final Metric.Kind[] COMPARED = {
        Metric.Kind.RECALL, Metric.Kind.REPORT, Metric.Kind.TOTAL, Metric.Kind.LOSS
    };

    /** Of a folder alone; what an old one does not say of its metrics stays unknown. */
    public static TrainingRecord of(RunFolder folder) {
        return new TrainingRecord(folder, record -> new Measured(List.of()));
    }

    /** State, step and epoch. */
    public RunStatus state() {
        return folder.state();
    }

    /** What was measured. */
    Measured measured() {
        return folder.part(Measured.FILE).map(Measured::read).orElseGet(() -> before.apply(this));
    }

    /**
     * What a run from before that was recorded has measured.
     *
     * @param objectives it was trained with
     * @param model its last
     */
    public Measured workedOut(List<Objective> objectives, CheckpointManifest model) {
        List<Metric> all = new ArrayList<>(List.of(Metric.TOTAL_LOSS));
        objectives.forEach(o -> all.add(o.lossMetric()));
        objectives.forEach(o -> all.addAll(o.reports()));
        all.addAll(Metric.ofEveryTraining());
        Map<String, String> settings = CanonicalJson.flat(folder.experiment());
        return Measured.of(
                all,
                new Sizes(
                        Integer.parseInt(settings.get("trainer.batch")),
                        model.vocabulary().size(),
                        model.entities().size(),
                        mostFrequentPiece()));
    }

    /** Metrics of a kind that have rows. */
    public List<Metric> told(Metric.Kind kind) {
        return told(measured(), folder.metrics(), kind);
    }

    static List<Metric> told(Measured measured, List<MetricRow> rows, Metric.Kind kind) {
        return measured.of(kind).stream()
                .filter(m -> rows.stream().anyMatch(r -> r.metric().equals(m.name())))
                .toList();
    }

    /** Metrics over epochs, kept among the figures of the run. */
    public Figure curves(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            throw new AdviceException("C27", "No metric is named.", "run.curves(Metric.VTC_LOSS)");
        }
        RunCurves curves = new RunCurves(folder.metrics(), measured(), ceiling(folder));
        List<Figure> figures = metrics.stream().map(m -> Figure.of(curves.of(m))).toList();
        Figure all =
                figures.size() == 1
                        ? figures.get(0)
                        : Figure.grid(2, figures.toArray(Figure[]::new));
        all.save(folder.figure("curves.png"));
        return all;
    }

    /** What no model can exceed on VALIDATION, where the record tells. */
    static Optional<Reference> ceiling(RunFolder folder) {
        return Optional.ofNullable(CanonicalJson.flat(folder.data()).get(DataRecord.CEILING))
                .map(Double::parseDouble)
                .map(c -> new Reference("ceiling = " + Numbers.decimals(c, 2), c));
    }

    /** Share of the most frequent word piece in VALIDATION captions; NaN without any. */
    private double mostFrequentPiece() {
        String share = CanonicalJson.flat(folder.data()).get(DataRecord.MOST_FREQUENT_PIECE);
        return share == null ? Double.NaN : Double.parseDouble(share);
    }

    /** Means of each epoch. */
    public DataTable metrics() {
        return EpochTable.of(name() + " · means of each epoch", folder.metrics(), measured());
    }

    /** The name that all runs of the experiment share. */
    public String name() {
        return folder.name();
    }

    /**
     * The epoch of the best checkpoint: the first with the highest R@10 on VALIDATION, or with the
     * highest accuracy where questions are answered.
     */
    Optional<MetricRow> bestRow() {
        return bestRow(folder.metrics());
    }

    static Optional<MetricRow> bestRow(List<MetricRow> rows) {
        List<MetricRow> recalls =
                rows.stream()
                        .filter(r -> r.split().equals("VALIDATION"))
                        .filter(r -> JUDGES.contains(r.metric()))
                        .sorted(Comparator.comparingInt(MetricRow::step).reversed())
                        .toList();
        // Reversed, because max gives the last of equal ones and the first epoch counts.
        return recalls.stream().max(Comparator.comparingDouble(MetricRow::value));
    }

    /** The newest value of a figure on VALIDATION. */
    static Optional<MetricRow> lastRow(List<MetricRow> rows, Metric metric) {
        return rows.stream()
                .filter(r -> r.split().equals("VALIDATION"))
                .filter(r -> r.metric().equals(metric.name()))
                .max(Comparator.comparingInt(MetricRow::step));
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

    /** Figures on VALIDATION at the best epoch; at the last one where none is best. */
    public List<Scored> scored() {
        List<MetricRow> rows = folder.metrics();
        int last = rows.stream().mapToInt(MetricRow::epoch).max().orElse(0);
        int epoch = bestRow(rows).map(MetricRow::epoch).orElse(last);
        long clips = clips();
        List<Scored> all = new ArrayList<>();
        for (Metric metric : measured().of(COMPARED)) {
            rows.stream()
                    .filter(r -> r.split().equals("VALIDATION") && r.epoch() == epoch)
                    .filter(r -> r.metric().equals(metric.name()))
                    .findFirst()
                    .ifPresent(r -> all.add(new Scored(metric, r.split(), r.value(), clips)));
        }
        return all;
    }

    /** Clips of VALIDATION; 0 where the record does not tell. */
    private long clips() {
        String count = CanonicalJson.flat(folder.data()).get("VALIDATION.clips");
        return count == null ? 0 : Long.parseLong(count);
    }

    private static String judged(MetricRow best) {
        return best.metric().equals(Metric.R10.name())
                ? "R@10 " + Numbers.decimals(best.value(), 1) + " %"
                : "accuracy " + Numbers.percent(best.value());
    }

    /** The card of the run: state, time, best epoch, folder. */
    public Showing show(String what) {
        RunStatus status = state();
        List<String> lines = new ArrayList<>();
        lines.add(what + " “" + name() + "” · " + status.state());
        lines.add(
                "epoch %d, step %s, %s at work"
                        .formatted(
                                status.epoch(),
                                Numbers.whole(status.step()),
                                Numbers.duration(status.seconds())));
        if (!status.reason().isEmpty()) {
            lines.add(status.reason());
        }
        bestRow()
                .ifPresent(
                        best ->
                                lines.add(
                                        "best epoch %d: %s on VALIDATION"
                                                .formatted(best.epoch(), judged(best))));
        Waiting.share(folder.metrics())
                .ifPresent(
                        s -> lines.add("waited for data: " + Numbers.percent(s) + " of the time"));
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
