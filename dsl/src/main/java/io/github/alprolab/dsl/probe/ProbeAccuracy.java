package io.github.alprolab.dsl.probe;

import io.github.alprolab.alpro.retrieval.PairScores;
import io.github.alprolab.datasets.Probe;
import io.github.alprolab.dsl.figure.BarSeries;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.figure.GroupedBars;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.Reference;
import io.github.alprolab.dsl.figure.Spread;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How often a model finds the true one of two sentences nearer to a clip; a coin has 50 %.
 *
 * @param rows one a thing that is asked, in the order of the probes
 */
public record ProbeAccuracy(List<ProbeRow> rows) implements Shown {
    private static final double COIN = 0.5;

    public ProbeAccuracy {
        rows = List.copyOf(rows);
    }

    /**
     * Counted by what is asked.
     *
     * @param scores of the right sentence of each probe and then of its wrong one
     */
    static ProbeAccuracy of(List<Probe> probes, PairScores scores) {
        Map<String, List<Integer>> asked = new LinkedHashMap<>();
        for (int i = 0; i < probes.size(); i++) {
            asked.computeIfAbsent(probes.get(i).asks(), a -> new ArrayList<>()).add(i);
        }
        return new ProbeAccuracy(
                asked.entrySet().stream().map(e -> row(e.getKey(), e.getValue(), scores)).toList());
    }

    private static ProbeRow row(String asks, List<Integer> places, PairScores scores) {
        return new ProbeRow(
                asks,
                places.size(),
                right(places, scores.similarity()),
                scores.match()
                        .map(match -> OptionalLong.of(right(places, match)))
                        .orElse(OptionalLong.empty()));
    }

    /** A tie is no answer, so it is not right. */
    private static long right(List<Integer> places, double[] scores) {
        return places.stream().filter(i -> scores[2 * i] > scores[2 * i + 1]).count();
    }

    /** Number, share and interval of each thing that is asked. */
    public DataTable table() {
        DataTable table =
                DataTable.of(
                                "The true one of two sentences · chance 50 % · intervals of 95 % by"
                                        + " Wilson")
                        .text("asks for", each(ProbeRow::asks))
                        .whole("probes", each(ProbeRow::count))
                        .share("VTC", each(ProbeRow::vtc))
                        .share("from", each(r -> r.vtcInterval().low()))
                        .share("to", each(r -> r.vtcInterval().high()));
        DataTable both =
                hasVtm()
                        ? table.share("VTM", each(ProbeRow::vtm))
                                .share("VTM from", each(r -> r.vtmInterval().low()))
                                .share("VTM to", each(r -> r.vtmInterval().high()))
                        : table;
        return both.metrics(CanonicalJson.line(Map.of("probes", figures())));
    }

    private boolean hasVtm() {
        return rows.stream().allMatch(r -> r.byVtm().isPresent());
    }

    private Map<String, Object> figures() {
        Map<String, Object> all = new TreeMap<>();
        for (ProbeRow row : rows) {
            all.put(row.asks() + " by VTC", row.vtc());
            if (hasVtm()) {
                all.put(row.asks() + " by VTM", row.vtm());
            }
        }
        return all;
    }

    /** A bar for each thing and each of VTC and VTM, with intervals, above and below chance. */
    public Figure bars() {
        List<BarSeries> series = new ArrayList<>();
        series.add(bars("VTC", Ink.PLAIN, ProbeRow::vtc, ProbeRow::vtcInterval));
        if (hasVtm()) {
            series.add(bars("VTM", Ink.RIGHT, ProbeRow::vtm, ProbeRow::vtmInterval));
        }
        return Figure.of(
                new GroupedBars(
                        "The true one of two sentences",
                        each(ProbeRow::asks),
                        series,
                        List.of(new Reference("a coin", COIN)),
                        true));
    }

    private BarSeries bars(
            String name, Ink ink, Function<ProbeRow, Double> share, Function<ProbeRow, Spread> of) {
        return new BarSeries(name, ink, each(share), each(of));
    }

    private <T> List<T> each(Function<ProbeRow, T> part) {
        return rows.stream().map(part).toList();
    }

    @Override
    public Showing show() {
        return table().show();
    }

    /** Its table. */
    @Override
    public String toString() {
        return table().toString();
    }
}
