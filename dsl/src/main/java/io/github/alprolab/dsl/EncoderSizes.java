package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.setting.Allowed;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import java.util.Optional;

/** The settings of {@link Encoders}; each preset gives them other values to start from. */
final class EncoderSizes {
    private static final int FEED_FORWARD = 4;

    private static final Schema ENCODERS = new Schema("Encoders");
    static final Setting<Integer> WIDTH =
            ENCODERS.add(
                    Setting.count("width", 768, 1)
                            .says("D, features of a token, the same in all encoders", "paper 4.1"));
    static final Setting<VideoPart> VIDEO =
            ENCODERS.add(
                    Setting.part("video", VideoPart.BASE).says("the video encoder", "paper 3.1"));
    static final Setting<TextPart> TEXT =
            ENCODERS.add(Setting.part("text", TextPart.BASE).says("the text encoder", "paper 3.1"));
    static final Setting<Integer> FUSION_LAYERS =
            ENCODERS.add(
                    Setting.count("fusionLayers", 6, 1)
                            .says("layers that see clip and text", "paper 4.1"));
    static final Setting<Integer> PROJECTION =
            ENCODERS.add(
                    Setting.count("projection", 256, 1)
                            .says("features of the space in which VTC compares", "paper 4.1"));
    static final Setting<Optional<Bert>> BERT =
            ENCODERS.add(
                    Setting.optional(
                                    Setting.of(
                                                    "bert",
                                                    Bert.pretrained(),
                                                    Allowed.<Bert>any("Bert.pretrained()"),
                                                    Bert::toString,
                                                    Bert::settings)
                                            .written(bert -> ".text(" + bert + ")"),
                                    "none")
                            .identity(Identity.WHERE_CHANGED)
                            .says(
                                    "what text and fusion encoder start as, else at random",
                                    "paper 4.1"));

    private static final Values STANDARD = ENCODERS.values();

    private EncoderSizes() {}

    static Values standard() {
        return STANDARD;
    }

    /** All sizes, with the words that a text encoder knows and reaches, for clips of a shape. */
    static AlproConfig config(Values sizes, TextConfig words, int frames, int size) {
        int width = sizes.get(WIDTH);
        VideoPart video = sizes.get(VIDEO);
        TextPart text = sizes.get(TEXT);
        return new AlproConfig(
                new VideoConfig(
                        size,
                        video.patch(),
                        frames,
                        width,
                        video.layers(),
                        video.heads(),
                        FEED_FORWARD * width,
                        video.dropPath(),
                        video.attention()),
                new TextConfig(
                        words.vocabulary(),
                        width,
                        text.layers() + sizes.get(FUSION_LAYERS),
                        text.layers(),
                        text.heads(),
                        FEED_FORWARD * width,
                        words.positions(),
                        text.dropout()),
                sizes.get(PROJECTION));
    }
}
