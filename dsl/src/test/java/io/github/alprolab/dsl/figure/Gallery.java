package io.github.alprolab.dsl.figure;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.dsl.Ablated;
import io.github.alprolab.dsl.Clip;
import io.github.alprolab.dsl.Clips;
import io.github.alprolab.dsl.Datasets;
import io.github.alprolab.dsl.Encoders;
import io.github.alprolab.dsl.Entities;
import io.github.alprolab.dsl.Model;
import io.github.alprolab.dsl.Pairs;
import io.github.alprolab.dsl.Prompter;
import io.github.alprolab.dsl.RetrievalRun;
import io.github.alprolab.dsl.StepLook;
import io.github.alprolab.dsl.Swept;
import io.github.alprolab.dsl.TrainingRun;
import io.github.alprolab.dsl.VideoQaRun;
import io.github.alprolab.dsl.show.Part;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One figure of each kind, with numbers made up to show the drawing. */
final class Gallery {
    /**
     * A figure of the page.
     *
     * @param name of its files
     * @param heading of its section
     * @param figure with made-up numbers
     * @param owner whose method makes one
     * @param call what a notebook writes
     */
    record Piece(String name, String heading, Figure figure, Class<?> owner, String call) {
        private static Piece of(
                String name, String heading, Picture picture, Class<?> owner, String call) {
            return new Piece(name, heading, Figure.of(picture), owner, call);
        }

        /** Strokes where a notebook gets strokes, else pixels. */
        String ending() {
            boolean strokes = figure.show().part(Part.SVG).isPresent();
            return strokes ? "svg" : figure.picture().photographic() ? "jpg" : "png";
        }

        String file(Theme theme) {
            return "%s-%s.%s".formatted(name, theme.name().toLowerCase(Locale.ROOT), ending());
        }

        /** The name of the method that the call ends with. */
        String method() {
            String before = call.substring(0, call.lastIndexOf('('));
            return before.substring(before.lastIndexOf('.') + 1);
        }
    }

    private final List<Clip> clips;

    /** Over clips rendered into a folder, or taken from there. */
    Gallery(Path cache) {
        clips =
                Pairs.of(
                                Datasets.movingSprites()
                                        .clips(Split.TRAIN, 8)
                                        .clips(Split.VALIDATION, 8)
                                        .clips(Split.TEST, 16)
                                        .cache(cache))
                        .frames(4)
                        .size(112)
                        .only(Split.TEST)
                        .sample(16)
                        .list();
    }

    List<Piece> pieces() {
        return Stream.of(ofVideos(), ofNumbers(), ofModels()).flatMap(List::stream).toList();
    }

    private List<Piece> ofVideos() {
        return List.of(
                Piece.of("filmstrips", "Filmstrips", strips(), Clips.class, "clips.strips()"),
                Piece.of(
                        "found",
                        "Clips found by a text",
                        found(),
                        RetrievalRun.class,
                        "run.search(text, 3)"),
                Piece.of("crops", "Crops", crops(), Prompter.class, "prompter.crops(clips)"),
                Piece.of(
                        "pseudo-labels",
                        "Pseudo-labels",
                        labels(),
                        Prompter.class,
                        "prompter.pseudoLabels(clips)"),
                Piece.of("answers", "Answer cards", answers(), VideoQaRun.class, "run.examples(4)"),
                Piece.of(
                        "step",
                        "What each objective saw",
                        step(),
                        StepLook.class,
                        "pretraining.look(clips).clips()"));
    }

    private static List<Piece> ofNumbers() {
        return List.of(
                Piece.of("bars", "Bars", bars(), Entities.class, "entities.frequencies()"),
                Piece.of(
                        "accuracy",
                        "Accuracy beside floor and ceiling",
                        accuracy(),
                        VideoQaRun.class,
                        "run.byType()"),
                Piece.of(
                        "grouped-bars",
                        "Bars side by side",
                        grouped(),
                        Ablated.class,
                        "ablated.bars(Metric.R1)"),
                Piece.of(
                        "curves",
                        "Curves",
                        curves(),
                        TrainingRun.class,
                        "run.curves(Metric.VTC_LOSS)"),
                Piece.of("bands", "Curves with bands", bands(), Swept.class, "swept.curves()"),
                Piece.of("ranks", "Ranks", ranks(), RetrievalRun.class, "run.ranks()"),
                Piece.of(
                        "confusion",
                        "Confusions",
                        confusion(),
                        VideoQaRun.class,
                        "run.confusion(8)"),
                new Piece(
                        "grid",
                        "Small multiples",
                        Figure.grid(2, Figure.of(curves()), Figure.of(ranks())),
                        Figure.class,
                        "Figure.grid(2, first, second)"));
    }

    private List<Piece> ofModels() {
        return List.of(
                Piece.of(
                        "similarity",
                        "Similarity",
                        similarity(),
                        Model.class,
                        "model.similarity(clips)"),
                Piece.of(
                        "attention",
                        "Attention",
                        attention(),
                        Model.class,
                        "model.attention(clip)"),
                Piece.of(
                        "embeddings",
                        "Embeddings",
                        embeddings(),
                        Model.class,
                        "model.embeddings(clips)"),
                Piece.of(
                        "diagram",
                        "Block diagram",
                        diagram(),
                        Encoders.class,
                        "encoders.diagram()"));
    }

    private StepSheet step() {
        List<StepRow.Part> parts =
                List.of(
                        part("VTC", Ink.BLUE, "its own text 91 %, the next one 4 %"),
                        part("VTM", Ink.VIDEO_TO_TEXT, "matches with 88 %, as is right"),
                        part("MLM", Ink.RIGHT, "[MASK] is “pear” with 74 %, as is right"),
                        part("PEM", Ink.PURPLE, "pear 0.71, moon 0.18; learnt 0.64, 0.22"));
        StepRow row = new StepRow("a [pear] goes to the left", images(0), Optional.of(BOX), parts);
        return new StepSheet(
                "One training step · 1 of 8 clips",
                "VTC 1.204 (chance 2.079), VTM 0.402 (chance 0.637)",
                List.of(row));
    }

    private static StepRow.Part part(String name, Ink ink, String words) {
        return new StepRow.Part(name, ink, List.of(StepRow.Entry.of(words)));
    }

    private Strip strip(int index) {
        return ((StripSheet) clips.get(index).strip().picture()).strips().get(0);
    }

    private StripSheet strips() {
        return new StripSheet(
                "4 clips of the test split", IntStream.range(0, 4).mapToObj(this::strip).toList());
    }

    private StripSheet found() {
        return new StripSheet(
                "“" + strip(5).caption() + "” · 3 of 16 clips",
                List.of(
                        scored(strip(5), Verdict.RIGHT, 0.86),
                        scored(strip(6), Verdict.WRONG, 0.61),
                        scored(strip(7), Verdict.WRONG, 0.34)));
    }

    private static Strip scored(Strip s, Verdict verdict, double score) {
        Strip.Score bar = new Strip.Score(score, "%.2f".formatted(score));
        return new Strip(s.id(), s.caption(), s.frames(), verdict, Optional.of(bar));
    }

    private List<BufferedImage> images(int clip) {
        return strip(clip).frames().stream().map(Frame::image).toList();
    }

    private static final ShareBox BOX = new ShareBox(0.25, 0.25, 0.5, 0.5);

    private static BufferedImage cropped(BufferedImage image) {
        BufferedImage crop =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        int quarter = image.getWidth() / 4;
        int half = image.getWidth() / 2;
        crop.createGraphics()
                .drawImage(image.getSubimage(quarter, quarter, half, half), quarter, quarter, null);
        return crop;
    }

    private CropSheet crops() {
        Matrix mask =
                Matrix.of(new double[][] {{0, 0, 0, 0}, {0, 1, 1, 0}, {0, 1, 1, 0}, {0, 0, 0, 0}});
        BufferedImage crop = cropped(images(0).get(1));
        return new CropSheet(
                "Crops of 1 clip",
                List.of(new CropRow(images(0), BOX, crop, mask, strip(0).caption())));
    }

    private LabelSheet labels() {
        return new LabelSheet(
                "Pseudo-labels of 2 clips",
                List.of(label(1, "fox", 0.71, 0.18), label(2, "whale", 0.41, 0.36)));
    }

    private LabelRow label(int clip, String known, double first, double second) {
        BufferedImage frame = images(clip).get(1);
        List<Bar> bars =
                Stream.of(
                                new Bar("fox", first, percent(first), Ink.PURPLE, false),
                                new Bar("whale", second, percent(second), Ink.PURPLE, false),
                                new Bar("tree", 0.06, "6 %", Ink.PURPLE, false))
                        .toList();
        return new LabelRow(
                frame,
                BOX,
                cropped(frame),
                strip(clip).caption(),
                bars,
                Optional.of(known),
                first < 0.5 ? Optional.of("ignored: below 0.5") : Optional.empty(),
                true);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private AnswerSheet answers() {
        return new AnswerSheet(
                "4 questions of 512",
                List.of(
                        card(8, "what moves to the right?", "fox", Optional.of("fox")),
                        card(9, "which direction does it move?", "left", Optional.of("up")),
                        card(10, "what is there?", "car", Optional.of("violin")),
                        card(11, "how many things are there?", "two", Optional.empty())));
    }

    private AnswerCard card(int clip, String question, String first, Optional<String> truth) {
        return new AnswerCard(
                strip(clip),
                question,
                List.of(
                        new AnswerCard.Guess(first, 0.62),
                        new AnswerCard.Guess("up", 0.21),
                        new AnswerCard.Guess("down", 0.09),
                        new AnswerCard.Guess("yes", 0.03),
                        new AnswerCard.Guess("no", 0.004)),
                truth);
    }

    private static Bars bars() {
        List<String> words =
                List.of("fox", "whale", "tree", "car", "violin", "moon", "bread", "left");
        return new Bars(
                "Captions that name the entity · 8 entities",
                IntStream.range(0, 8)
                        .mapToObj(i -> bar(words.get(i), 420 - 45 * i, i == 7))
                        .toList());
    }

    private static Bar bar(String word, int count, boolean left) {
        return new Bar(word, count, Integer.toString(count), Ink.PLAIN, left);
    }

    private static AccuracyBars accuracy() {
        return new AccuracyBars(
                "Accuracy of 512 questions by type",
                "commonest answer",
                List.of(
                        type("what", 210, 0.64, 0.04, 0.57, 0.70),
                        type("which direction", 156, 0.81, 0.26, 0.74, 0.87),
                        type("how many", 84, 0.55, 0.52, 0.44, 0.65),
                        type("yes or no", 62, 0.92, 0.51, 0.82, 0.97)),
                Optional.of(new Reference("ceiling 96.5 %", 0.965)));
    }

    private static AccuracyBar type(
            String name, int count, double share, double floor, double low, double high) {
        return new AccuracyBar(
                name, count, share, OptionalDouble.of(floor), Optional.of(new Spread(low, high)));
    }

    private static GroupedBars grouped() {
        return new GroupedBars(
                "Objectives · mean of 2 seeds, least to greatest · 512 clips",
                List.of("VTC", "VTC + VTM + MLM", "VTC + VTM + MLM + PEM"),
                List.of(
                        series("text → video R@1", Ink.TEXT_TO_VIDEO, 0.31, 0.42, 0.47),
                        series("video → text R@1", Ink.VIDEO_TO_TEXT, 0.28, 0.40, 0.49)),
                List.of(new Reference("chance 0.2 %", 0.002)),
                true);
    }

    private static BarSeries series(String name, Ink ink, double... values) {
        return new BarSeries(
                name,
                ink,
                DoubleStream.of(values).boxed().toList(),
                DoubleStream.of(values).mapToObj(v -> new Spread(v - 0.02, v + 0.015)).toList());
    }

    private static Curves curves() {
        return new Curves(
                "VTC loss · 64 clips a batch",
                "epoch",
                List.of(
                        new Line("train", Ink.BLUE, false, falling(40, 4.1, 0.09)),
                        new Line("validation", Ink.BLUE, true, falling(10, 4.15, 0.3))),
                List.of(new Reference("chance 4.16", 4.16)),
                OptionalDouble.of(9));
    }

    private static List<Point> falling(int count, double start, double speed) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Point(10.0 * i / count, start * Math.exp(-speed * i) + 0.6))
                .toList();
    }

    private static Curves bands() {
        return new Curves(
                "R@1 of 512 clips · mean of 3 seeds, least to greatest",
                "learning rate",
                List.of(rates("ours", Ink.series(0), 0.46), rates("published", Ink.series(1), 0.4)),
                List.of(new Reference("chance 0.002", 0.002)),
                OptionalDouble.empty(),
                true);
    }

    private static Line rates(String name, Ink ink, double best) {
        List<Point> points =
                DoubleStream.of(1e-5, 3e-5, 1e-4, 3e-4, 1e-3)
                        .mapToObj(x -> new Point(x, best - 0.09 * Math.pow(Math.log10(x) + 4, 2)))
                        .toList();
        List<Spread> band =
                points.stream().map(p -> new Spread(p.y() - 0.03, p.y() + 0.02)).toList();
        return new Line(name, ink, true, points, band);
    }

    private static RankHistogram ranks() {
        List<Integer> ranks =
                IntStream.range(0, 256)
                        .mapToObj(i -> 1 + (int) (i * (long) i * i / 70_000))
                        .toList();
        return RankHistogram.of("Ranks of 256 texts", 256, ranks);
    }

    private HeatMap similarity() {
        double[][] values =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        IntStream.range(0, 8)
                                                .mapToDouble(
                                                        j ->
                                                                i == j
                                                                        ? 9 - i * 0.4
                                                                        : 3
                                                                                * Math.cos(
                                                                                        i * 5
                                                                                                + j
                                                                                                        * 3))
                                                .toArray())
                        .toArray(double[][]::new);
        return new HeatMap(
                        "Similarity of 8 texts and clips",
                        "texts",
                        "clips",
                        "cosine / τ",
                        List.of(),
                        Matrix.of(values))
                .rowNames(IntStream.range(0, 8).mapToObj(i -> strip(i).caption()).toList())
                .columnThumbnails(IntStream.range(0, 8).mapToObj(i -> images(i).get(1)).toList())
                .written(1);
    }

    private static HeatMap confusion() {
        List<String> answers =
                List.of("left", "right", "up", "down", "fox", "whale", "two", "a watermelon");
        double[][] counts =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        IntStream.range(0, 8)
                                                .mapToDouble(
                                                        j ->
                                                                i == j
                                                                        ? 30 - i * 2
                                                                        : (i * 3 + j * 7) % 5 == 0
                                                                                ? 4 + j
                                                                                : 0)
                                                .toArray())
                        .toArray(double[][]::new);
        return HeatMap.confusion(
                "The 8 commonest answers · 301 questions", answers, answers, Matrix.of(counts));
    }

    private Overlays attention() {
        return new Overlays(
                "Where the video encoder looks · last block, mean of 3 heads",
                "attention",
                IntStream.range(0, 4)
                        .mapToObj(
                                t ->
                                        new Overlay(
                                                images(3).get(t),
                                                heat(t),
                                                strip(3).frames().get(t).label()))
                        .toList());
    }

    private static Matrix heat(int time) {
        return Matrix.of(
                IntStream.range(0, 7)
                        .mapToObj(
                                i ->
                                        IntStream.range(0, 7)
                                                .mapToDouble(
                                                        j ->
                                                                0.12
                                                                        * Math.exp(
                                                                                -0.3
                                                                                        * (Math.pow(
                                                                                                        i
                                                                                                                - 3,
                                                                                                        2)
                                                                                                + Math
                                                                                                        .pow(
                                                                                                                j
                                                                                                                        - 1
                                                                                                                        - time,
                                                                                                                2))))
                                                .toArray())
                        .toArray(double[][]::new));
    }

    private ScatterMap embeddings() {
        List<ScatterMap.Dot> dots =
                IntStream.range(0, 16)
                        .boxed()
                        .flatMap(
                                i -> {
                                    double x = Math.cos(i * 2.4) * Math.sqrt(i + 1);
                                    double y = Math.sin(i * 2.4) * Math.sqrt(i + 1);
                                    String name = strip(i).id();
                                    return Stream.of(
                                            new ScatterMap.Dot(
                                                    x,
                                                    y,
                                                    name,
                                                    "clips",
                                                    Optional.of(images(i).get(1))),
                                            new ScatterMap.Dot(
                                                    x + 0.5,
                                                    y - 0.35,
                                                    name,
                                                    "texts",
                                                    Optional.empty()));
                                })
                        .toList();
        return new ScatterMap(
                "16 clips and their captions",
                "first component, 31 % of the variance",
                "second component, 12 %",
                dots,
                true);
    }

    private static Diagram diagram() {
        return new Diagram(
                "The encoders with the shapes of this configuration",
                List.of(
                        new Diagram.Box("frames", "4 frames of 112 x 112", 0, 0, Ink.FADED),
                        new Diagram.Box("caption", "30 word pieces", 1, 0, Ink.FADED),
                        new Diagram.Box("video encoder", "6 blocks, 3 heads", 0, 1, Ink.BLUE),
                        new Diagram.Box("text encoder", "3 blocks, 3 heads", 1, 1, Ink.RIGHT),
                        new Diagram.Box("fusion encoder", "3 blocks", 0, 2, 2, Ink.VIDEO_TO_TEXT),
                        new Diagram.Box("match", "VTM", 0, 3, Ink.VIDEO_TO_TEXT),
                        new Diagram.Box("words", "MLM", 1, 3, Ink.RIGHT)),
                List.of(
                        new Diagram.Arrow("frames", "video encoder", "B x 4 x 3 x 112 x 112"),
                        new Diagram.Arrow("caption", "text encoder", "B x 30"),
                        new Diagram.Arrow("video encoder", "text encoder", "VTC 192"),
                        new Diagram.Arrow("video encoder", "fusion encoder", "B x 50 x 192"),
                        new Diagram.Arrow("text encoder", "fusion encoder", "B x 30 x 192"),
                        new Diagram.Arrow("fusion encoder", "match", "B x 2"),
                        new Diagram.Arrow("fusion encoder", "words", "B x 30 x 324")));
    }
}
