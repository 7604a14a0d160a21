package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.dsl.figure.Diagram;
import io.github.alprolab.dsl.figure.Ink;
import java.util.List;

/** The picture of ALPRO (paper figure 2) with the shapes of one configuration on its arrows. */
final class EncoderDiagram {
    private static final String CLIP = "Clip";
    private static final String WORDS = "Text";
    private static final String VIDEO = "Video encoder";
    private static final String TEXT = "Text encoder";
    private static final String FUSION = "Fusion encoder";
    private static final String PROMPTER = "Prompter";

    private EncoderDiagram() {}

    static Diagram of(AlproConfig config, String title) {
        return new Diagram(title, boxes(config), arrows(config.video()));
    }

    private static List<Diagram.Arrow> arrows(VideoConfig video) {
        int width = video.width();
        int size = video.imageSize();
        int patches = video.patches();
        String cls = "(B, %d)".formatted(width);
        String clip = "(B, %d, 3, %d, %d)".formatted(video.frames(), size, size);
        return List.of(
                new Diagram.Arrow(CLIP, VIDEO, clip),
                new Diagram.Arrow(WORDS, TEXT, "(B, L)"),
                new Diagram.Arrow(VIDEO, "VTC", cls),
                new Diagram.Arrow(TEXT, "VTC", cls),
                new Diagram.Arrow(VIDEO, FUSION, "(B, %d, %d)".formatted(1 + patches, width)),
                new Diagram.Arrow(TEXT, FUSION, "(B, L, %d)".formatted(width)),
                new Diagram.Arrow(FUSION, "VTM", "CLS " + cls),
                new Diagram.Arrow(FUSION, "MLM", "words (B, L, %d)".formatted(width)),
                new Diagram.Arrow(FUSION, "PEM", "patches (B, %d, %d)".formatted(patches, width)),
                new Diagram.Arrow(PROMPTER, "PEM", "(B, E)"));
    }

    private static List<Diagram.Box> boxes(AlproConfig config) {
        VideoConfig video = config.video();
        TextConfig text = config.text();
        String fusion =
                "%s over L + %d tokens"
                        .formatted(layers(text.layers() - text.fusionLayer()), 1 + video.patches());
        return List.of(
                box(CLIP, video.frames() + " frames", 0, 0, Ink.FADED),
                box(WORDS, "L word pieces", 2, 0, Ink.FADED),
                box(VIDEO, layers(video.depth()), 0, 1, Ink.TEXT),
                box(TEXT, layers(text.fusionLayer()), 2, 1, Ink.TEXT),
                objective(Objective.VTC, "CLS to %d: (B, B)".formatted(config.projection()), 1, 1),
                new Diagram.Box(FUSION, fusion, 0, 2, 3, Ink.TEXT),
                objective(Objective.VTM, "match: (3B, 2)", 0, 3),
                objective(Objective.MLM, "hidden: (R, V)", 1, 3),
                objective(Objective.PEM, "entity: (B, E)", 2, 3),
                box(PROMPTER, "frozen, on crops", 3, 3, Ink.FADED));
    }

    private static String layers(int count) {
        return count == 1 ? "1 layer" : count + " layers";
    }

    private static Diagram.Box objective(Objective objective, String detail, int column, int row) {
        return box(objective.name(), detail, column, row, Ink.of(objective.colour()));
    }

    private static Diagram.Box box(String name, String detail, int column, int row, Ink ink) {
        return new Diagram.Box(name, detail, column, row, ink);
    }
}
