package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.dsl.figure.Diagram;
import io.github.alprolab.dsl.figure.Ink;
import java.util.List;
import java.util.Locale;

/** The picture of ALPRO (paper figure 2) with the shapes of one configuration on its arrows. */
final class EncoderDiagram {
    private static final String VIDEO = "Video encoder";
    private static final String TEXT = "Text encoder";
    private static final String FUSION = "Fusion encoder";
    private static final String PROMPTER = "Prompter";

    private EncoderDiagram() {}

    static Diagram of(AlproConfig config, String title) {
        VideoConfig video = config.video();
        int width = video.width();
        int tokens = 1 + video.patches();
        String cls = "CLS (B, %d)".formatted(width);
        return new Diagram(
                title,
                boxes(config),
                List.of(
                        arrow(
                                "Clip",
                                VIDEO,
                                "(B, %d, 3, %d, %d)"
                                        .formatted(
                                                video.frames(),
                                                video.imageSize(),
                                                video.imageSize())),
                        arrow("Text", TEXT, "(B, L)"),
                        arrow(VIDEO, "VTC", cls),
                        arrow(TEXT, "VTC", cls),
                        arrow(VIDEO, FUSION, "(B, %d, %d)".formatted(tokens, width)),
                        arrow(TEXT, FUSION, "(B, L, %d)".formatted(width)),
                        arrow(FUSION, "VTM", cls),
                        arrow(FUSION, "MLM", "words (B, L, %d)".formatted(width)),
                        arrow(
                                FUSION,
                                "PEM",
                                "patches (B, %d, %d)".formatted(video.patches(), width)),
                        arrow(PROMPTER, "PEM", "labels (B, E)")));
    }

    private static List<Diagram.Box> boxes(AlproConfig config) {
        VideoConfig video = config.video();
        TextConfig text = config.text();
        int fusion = text.layers() - text.fusionLayer();
        String attention = video.attention().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return List.of(
                box("Clip", video.frames() + " frames, B clips", 0, 0, Ink.FADED),
                box("Text", "L word pieces", 2, 0, Ink.FADED),
                box(
                        VIDEO,
                        "%d blocks, %s attention".formatted(video.depth(), attention),
                        0,
                        1,
                        Ink.BLUE),
                box(TEXT, layers(text.fusionLayer()), 2, 1, Ink.BLUE),
                objective(
                        Objective.VTC, "(B, %d) each: (B, B)".formatted(config.projection()), 1, 1),
                new Diagram.Box(
                        FUSION,
                        "%s over L + %d tokens".formatted(layers(fusion), 1 + video.patches()),
                        0,
                        2,
                        3,
                        Ink.BLUE),
                objective(Objective.VTM, "match or not: (3B, 2)", 0, 3),
                objective(Objective.MLM, "V word pieces: (R, V)", 1, 3),
                objective(Objective.PEM, "E entities: (B, E)", 2, 3),
                box(PROMPTER, "frozen, sees a crop", 3, 3, Ink.FADED));
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

    private static Diagram.Arrow arrow(String from, String to, String label) {
        return new Diagram.Arrow(from, to, label);
    }
}
