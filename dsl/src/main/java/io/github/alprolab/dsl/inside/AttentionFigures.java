package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.inside.FrameAttention;
import io.github.alprolab.alpro.inside.WordAttention;
import io.github.alprolab.alpro.text.Word;
import io.github.alprolab.dsl.figure.HeatMap;
import io.github.alprolab.dsl.figure.Matrix;
import io.github.alprolab.dsl.figure.Overlay;
import io.github.alprolab.dsl.figure.Overlays;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Attention over the pictures that it goes to. */
public final class AttentionFigures {
    private static final String UNIT = "share";

    private AttentionFigures() {}

    /**
     * Where CLS looks in every frame.
     *
     * @param where block and heads in words
     */
    public static Overlays frames(SeenClip clip, FrameAttention found, String where) {
        return new Overlays(
                "Where the video encoder's CLS looks · %s · %s for itself"
                        .formatted(where, Numbers.percent(found.itself())),
                UNIT,
                IntStream.range(0, clip.count())
                        .mapToObj(
                                t ->
                                        new Overlay(
                                                clip.frames().image(t),
                                                square(found.patches()[t]),
                                                clip.times().get(t)))
                        .toList());
    }

    /** Which frames look at which. */
    public static HeatMap time(SeenClip clip, double[][] shares, String where) {
        return new HeatMap(
                        "Which frame looks at which · " + where,
                        "a frame looks",
                        "at this frame",
                        "share",
                        List.of(),
                        Matrix.of(shares))
                .rowNames(clip.times())
                .rowThumbnails(clip.images())
                .columnNames(clip.times())
                .columnThumbnails(clip.images())
                .written(2);
    }

    /**
     * Where some words look.
     *
     * @param text that the words are in
     */
    static Overlays words(
            SeenClip clip, String text, List<Word> words, WordAttention found, String where) {
        return new Overlays(
                "Where words look · %s · “%s”".formatted(where, text),
                UNIT,
                words.stream()
                        .map(w -> new Overlay(clip.mean(), square(mean(w, found)), w.text()))
                        .toList());
    }

    /**
     * Where one word looks, by head.
     *
     * @param heads names of the heads with what each found
     */
    static Overlays word(
            SeenClip clip, String text, Word word, Map<String, WordAttention> heads, String where) {
        List<Overlay> overlays = new ArrayList<>();
        heads.forEach(
                (head, found) -> {
                    double[] shares = mean(word, found);
                    String onPatches = Numbers.percent(Arrays.stream(shares).sum());
                    overlays.add(
                            new Overlay(clip.mean(), square(shares), head + " · sum " + onPatches));
                });
        return new Overlays(
                "Where “%s” looks · %s · “%s”".formatted(word.text(), where, text), UNIT, overlays);
    }

    /** The mean over a word's pieces. */
    private static double[] mean(Word word, WordAttention found) {
        double[] mean = new double[found.patches()[0].length];
        for (int piece : word.pieces()) {
            for (int p = 0; p < mean.length; p++) {
                mean[p] += found.patches()[piece][p] / word.pieces().size();
            }
        }
        return mean;
    }

    /** Patches in row-major order as rows. */
    private static Matrix square(double[] patches) {
        int edge = (int) Math.round(Math.sqrt(patches.length));
        return Matrix.of(
                IntStream.range(0, edge)
                        .mapToObj(i -> Arrays.copyOfRange(patches, i * edge, (i + 1) * edge))
                        .toArray(double[][]::new));
    }
}
