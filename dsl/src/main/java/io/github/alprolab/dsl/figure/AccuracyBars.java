package io.github.alprolab.dsl.figure;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Size;
import io.github.alprolab.dsl.table.DataTable;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Accuracy by group from 0 to 100 %, each beside its own floor, below one ceiling.
 *
 * @param title quantity and number of items
 * @param floorName what the tick in each bar means, such as "the commonest answer"
 * @param bars one a group
 * @param ceiling the best that is possible, where less than all is
 */
public record AccuracyBars(
        String title, String floorName, List<AccuracyBar> bars, Optional<Reference> ceiling)
        implements Picture {
    public AccuracyBars {
        bars = List.copyOf(bars);
    }

    @Override
    public String kind() {
        return "Accuracy by group";
    }

    @Override
    public Size size(int width) {
        return BarRows.size(rows(), ceiling.stream().toList(), width);
    }

    @Override
    public String words() {
        String all = bars.stream().map(this::words).collect(Collectors.joining("; "));
        return all + ceiling.map(c -> "; " + c.name()).orElse("");
    }

    private String words(AccuracyBar bar) {
        String floor =
                bar.floor().isPresent()
                        ? ", " + floorName + " " + Numbers.percent(bar.floor().getAsDouble())
                        : "";
        return "%s %s of %s%s"
                .formatted(
                        bar.group(),
                        Numbers.percent(bar.share()),
                        Numbers.whole(bar.count()),
                        floor);
    }

    @Override
    public DataTable table() {
        return DataTable.of(title)
                .text("group", bars.stream().map(AccuracyBar::group).toList())
                .whole("number", bars.stream().map(AccuracyBar::count).toList())
                .share("accuracy", bars.stream().map(AccuracyBar::share).toList())
                .share(floorName, bars.stream().map(b -> b.floor().orElse(Double.NaN)).toList())
                .share("from", bars.stream().map(b -> end(b, true)).toList())
                .share("to", bars.stream().map(b -> end(b, false)).toList());
    }

    private static double end(AccuracyBar bar, boolean low) {
        return bar.interval().map(s -> low ? s.low() : s.high()).orElse(Double.NaN);
    }

    private List<BarRows.Row> rows() {
        return bars.stream()
                .map(b -> new BarRows.Row(b.group(), Numbers.whole(b.count()), List.of(entry(b))))
                .toList();
    }

    private static BarRows.Entry entry(AccuracyBar bar) {
        return new BarRows.Entry(
                bar.share(), Numbers.percent(bar.share()), Ink.PLAIN, bar.interval(), bar.floor());
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        Legend legend = new Legend();
        legend.add("accuracy", Ink.PLAIN.on(theme), 9, false);
        if (bars.stream().anyMatch(b -> b.interval().isPresent())) {
            legend.add("95 % interval", theme.text(), ChartStyle.LEVEL, false);
        }
        if (bars.stream().anyMatch(b -> b.floor().isPresent())) {
            legend.tick(floorName, theme.text());
        }
        List<Reference> levels = ceiling.stream().toList();
        new BarRows(rows(), levels, true, legend).paint(new Brush(graphics, theme), size);
    }
}
