package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import java.util.List;

/** The sizes of encoders, part by part. */
final class EncodersTable {
    private EncodersTable() {}

    static DataTable of(Encoders encoders, EncoderSizes plain) {
        AlproConfig preset = encoders.preset().config();
        int frames = preset.video().frames();
        int size = preset.video().imageSize() / encoders.video().patch() * encoders.video().patch();
        String title =
                "Encoders.%s() · projection %s · frames %d x %d"
                        .formatted(
                                encoders.preset(),
                                mark(encoders.projection(), plain.projection()),
                                frames,
                                size);
        DataTable table =
                DataTable.of(title)
                        .text("part", List.of("video", "text", "fusion", "heads", "all"))
                        .text("layers", layers(encoders, plain))
                        .text("width", repeat(mark(encoders.width(), plain.width())))
                        .text("attention heads", heads(encoders, plain))
                        .text("tokens", tokens(frames, size, encoders));
        return fits(encoders, size)
                ? table.text("parameters", parameters(encoders.config(frames, size)))
                : table;
    }

    private static boolean fits(Encoders encoders, int size) {
        return size > 0
                && encoders.width() % encoders.video().heads() == 0
                && encoders.width() % encoders.text().heads() == 0;
    }

    private static List<String> layers(Encoders encoders, EncoderSizes plain) {
        return List.of(
                mark(encoders.video().layers(), plain.video().layers()),
                mark(encoders.text().layers(), plain.text().layers()),
                mark(encoders.fusionLayers(), plain.fusionLayers()),
                "",
                "");
    }

    private static List<String> heads(Encoders encoders, EncoderSizes plain) {
        String text = mark(encoders.text().heads(), plain.text().heads());
        return List.of(mark(encoders.video().heads(), plain.video().heads()), text, text, "", "");
    }

    private static List<String> tokens(int frames, int size, Encoders encoders) {
        int grid = size / encoders.video().patch();
        int patches = grid * grid;
        return List.of(
                "%d = %d frames x %d patches + 1".formatted(frames * patches + 1, frames, patches),
                "words",
                "%d + words (mean over frames)".formatted(patches + 1),
                "",
                "");
    }

    private static List<String> parameters(AlproConfig config) {
        ParameterCount count = ParameterCount.of(config);
        return List.of(
                Numbers.whole(count.video()),
                Numbers.whole(count.text()),
                Numbers.whole(count.fusion()),
                Numbers.whole(count.heads()),
                Numbers.whole(count.total()));
    }

    private static List<String> repeat(String width) {
        return List.of(width, width, width, "", "");
    }

    /** A value that the user changed is marked with a star. */
    private static String mark(int value, int plain) {
        return value + (value == plain ? "" : " *");
    }
}
