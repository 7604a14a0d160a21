package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.inside.StepAccount;
import io.github.alprolab.alpro.inside.StepAccount.HiddenPiece;
import io.github.alprolab.alpro.objective.Chance;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.StepSheet;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A looked-at step as a sheet and as tables. */
public final class StepTables {
    private final StepAccount account;
    private final VideoConfig video;

    /**
     * @param video sizes of the frames in the account
     */
    public StepTables(StepAccount account, VideoConfig video) {
        this.account = account;
        this.video = video;
    }

    /** Clip by clip. */
    public StepSheet sheet(String title) {
        return rows().sheet(title, note());
    }

    /** Every loss beside what a model that knows nothing reaches. */
    private String note() {
        return account.figures().entrySet().stream()
                .filter(e -> e.getKey().kind() == Metric.Kind.LOSS)
                .map(
                        e ->
                                e.getKey().title()
                                        + " "
                                        + Numbers.decimals(e.getValue(), 2)
                                        + e.getKey()
                                                .chance()
                                                .at(account.sizes())
                                                .map(c -> Numbers.decimals(c.value(), 2))
                                                .map(c -> " (chance " + c + ")")
                                                .orElse(""))
                .collect(Collectors.joining(" · "));
    }

    private StepRows rows() {
        StepRows.Inks inks =
                new StepRows.Inks(
                        Ink.of(Objective.MLM.colour()),
                        Ink.of(Objective.VTM.colour()),
                        Ink.of(Objective.PEM.colour()));
        return new StepRows(account, clips(), video.grid(), inks);
    }

    private List<Frames> clips() {
        int size = video.imageSize();
        int bytes = video.frames() * size * size * 3;
        return IntStream.range(0, account.texts().size())
                .mapToObj(
                        i ->
                                Frames.of(
                                        video.frames(),
                                        size,
                                        size,
                                        Arrays.copyOfRange(
                                                account.pixels(), i * bytes, (i + 1) * bytes)))
                .toList();
    }

    /** Every figure of the batch beside what a model that knows nothing reaches. */
    public DataTable losses() {
        List<Map.Entry<Metric, Double>> all = List.copyOf(account.figures().entrySet());
        List<Optional<Chance.Level>> chances =
                all.stream().map(e -> e.getKey().chance().at(account.sizes())).toList();
        return DataTable.of("What each objective made of %d clips".formatted(clips().size()))
                .text("figure", all.stream().map(e -> e.getKey().title()).toList())
                .number("value", all.stream().map(Map.Entry::getValue).toList(), 3)
                .number(
                        "chance",
                        chances.stream()
                                .map(c -> c.map(Chance.Level::value).orElse(Double.NaN))
                                .toList(),
                        3)
                .text(
                        "chance is",
                        chances.stream().map(c -> c.map(Chance.Level::label).orElse("–")).toList());
    }

    /** The words that MLM hid, and what was expected in their places. */
    public DataTable words() {
        List<HiddenPiece> all = account.hidden();
        StepRows rows = rows();
        return DataTable.of("Words that MLM hid")
                .text("text", all.stream().map(h -> rows.text(h.clip())).toList())
                .text("word", all.stream().map(HiddenPiece::piece).toList())
                .text("shown as", all.stream().map(HiddenPiece::shown).toList())
                .text("expected", all.stream().map(h -> h.guess().best()).toList())
                .share("its probability", all.stream().map(h -> h.guess().confidence()).toList())
                .share(
                        "of the right word",
                        all.stream().map(h -> h.guess().probability(h.piece())).toList());
    }
}
