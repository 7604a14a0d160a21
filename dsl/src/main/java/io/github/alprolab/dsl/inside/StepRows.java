package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.inside.StepAccount;
import io.github.alprolab.alpro.inside.StepAccount.HiddenPiece;
import io.github.alprolab.alpro.inside.StepAccount.LabelledCrop;
import io.github.alprolab.alpro.inside.StepAccount.Matching;
import io.github.alprolab.alpro.inside.StepAccount.Negative;
import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.ShareBox;
import io.github.alprolab.dsl.figure.StepRow;
import io.github.alprolab.dsl.figure.StepRow.Entry;
import io.github.alprolab.dsl.figure.StepRow.Part;
import io.github.alprolab.dsl.figure.StepSheet;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a looked-at step.
 *
 * @param account what the objectives saw
 * @param clips frames of each clip as the model got them
 * @param grid patches along the edge of a frame
 * @param inks of MLM, VTM and PEM
 */
record StepRows(StepAccount account, List<Frames> clips, int grid, Inks inks) {
    private static final int GUESSES = 3;

    /** Colours of the objectives. */
    record Inks(Ink mlm, Ink vtm, Ink pem) {}

    StepSheet sheet(String title, String note) {
        return new StepSheet(
                title, note, IntStream.range(0, clips.size()).mapToObj(this::row).toList());
    }

    private StepRow row(int clip) {
        List<Part> parts = new ArrayList<>();
        add(parts, "MLM", inks.mlm(), words(clip));
        account.matching().ifPresent(m -> add(parts, "VTM", inks.vtm(), pairs(m, clip)));
        Optional<LabelledCrop> crop = account.crops().stream().skip(clip).findFirst();
        crop.ifPresent(c -> add(parts, "PEM", inks.pem(), labels(c)));
        Frames frames = clips.get(clip);
        List<BufferedImage> images =
                IntStream.range(0, frames.count()).mapToObj(frames::image).toList();
        return new StepRow((clip + 1) + ". " + text(clip), images, crop.map(this::share), parts);
    }

    private static void add(List<Part> parts, String name, Ink ink, List<Entry> entries) {
        if (!entries.isEmpty()) {
            parts.add(new Part(name, ink, entries));
        }
    }

    /** The text with hidden pieces in brackets; a piece that goes on with a word joins it. */
    String text(int clip) {
        List<String> pieces = account.texts().get(clip);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            int place = i;
            boolean hidden =
                    account.hidden().stream().anyMatch(h -> h.clip() == clip && h.place() == place);
            String piece =
                    pieces.get(i).startsWith("##") ? pieces.get(i).substring(2) : pieces.get(i);
            boolean apart = i > 0 && !pieces.get(i).startsWith("##") && !piece.equals(".");
            text.append(apart ? " " : "").append(hidden ? "[" + piece + "]" : piece);
        }
        return text.toString();
    }

    private List<Entry> words(int clip) {
        return account.hidden().stream()
                .filter(h -> h.clip() == clip)
                .map(h -> Entry.of(words(h)))
                .toList();
    }

    private static String words(HiddenPiece hidden) {
        String shown = hidden.shown().equals(hidden.piece()) ? "as it is" : "as " + hidden.shown();
        boolean named =
                hidden.guess().top(GUESSES).stream()
                        .anyMatch(e -> e.getKey().equals(hidden.piece()));
        return "%s “%s” %s: %s%s"
                .formatted(
                        hidden.guess().best().equals(hidden.piece()) ? "✓" : "✗",
                        hidden.piece(),
                        shown,
                        best(hidden.guess()),
                        named
                                ? ""
                                : "; right " + brief(hidden.guess().probability(hidden.piece())));
    }

    private List<Entry> pairs(Matching matching, int clip) {
        Negative video = matching.texts().get(clip);
        Negative text = matching.clips().get(clip);
        return List.of(
                Entry.of("clip with its text: match " + brief(matching.right().get(clip))),
                new Entry(
                        Optional.of(middle(video.other())),
                        "text with clip %d (drawn at %s): match %s"
                                .formatted(
                                        video.other() + 1,
                                        brief(video.chance()),
                                        brief(video.match()))),
                Entry.of(
                        "clip with text %d (drawn at %s): match %s"
                                .formatted(
                                        text.other() + 1,
                                        brief(text.chance()),
                                        brief(text.match()))));
    }

    private static List<Entry> labels(LabelledCrop crop) {
        return List.of(
                Entry.of("prompter: " + best(crop.label()) + (crop.ignored() ? "; ignored" : "")),
                Entry.of("model: " + best(crop.guess())));
    }

    private BufferedImage middle(int clip) {
        return clips.get(clip).image(clips.get(clip).count() / 2);
    }

    private ShareBox share(LabelledCrop crop) {
        return new ShareBox(
                (double) crop.box().left() / grid,
                (double) crop.box().top() / grid,
                (double) crop.box().width() / grid,
                (double) crop.box().height() / grid);
    }

    /** Whole percent, which leaves room for words. */
    private static String brief(double share) {
        return share < 0.01 ? "<1 %" : Math.round(100 * share) + " %";
    }

    private static String best(Distribution guess) {
        return guess.top(GUESSES).stream()
                .map(e -> e.getKey() + " " + brief(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
