package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.ParameterCount;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.table.DataTable;
import io.github.alprolab.dsl.table.SettingsTable;

/** The settings of encoders, and the tokens and parameters that follow from them. */
final class EncodersTable {
    private EncodersTable() {}

    static DataTable of(Encoders encoders, Values plain) {
        AlproConfig preset = encoders.preset().config();
        int frames = preset.video().frames();
        int size = preset.video().imageSize() / encoders.video().patch() * encoders.video().patch();
        SettingsTable table = SettingsTable.of(encoders.values(), plain);
        tokens(table, frames, size / encoders.video().patch());
        if (fits(encoders, size)) {
            parameters(table, ParameterCount.of(encoders.config(frames, size)));
        }
        return table.titled(
                "Encoders.%s() · for %d frames of %d pixels"
                        .formatted(encoders.preset(), frames, size));
    }

    private static boolean fits(Encoders encoders, int size) {
        return size > 0
                && encoders.width() % encoders.video().heads() == 0
                && encoders.width() % encoders.text().heads() == 0;
    }

    private static void tokens(SettingsTable table, int frames, int grid) {
        int patches = grid * grid;
        table.and(
                        "video tokens",
                        frames * patches + 1,
                        "%d frames x %d patches + 1".formatted(frames, patches))
                .and(
                        "fusion tokens",
                        patches + 1 + " + words",
                        "patches + 1, means over frames, and the words");
    }

    private static void parameters(SettingsTable table, ParameterCount count) {
        table.and("video parameters", Numbers.whole(count.video()), "of the video encoder")
                .and("text parameters", Numbers.whole(count.text()), "of the text encoder")
                .and("fusion parameters", Numbers.whole(count.fusion()), "of the fusion encoder")
                .and("head parameters", Numbers.whole(count.heads()), "of the objectives' heads")
                .and("all parameters", Numbers.whole(count.total()), "their sum");
    }
}
