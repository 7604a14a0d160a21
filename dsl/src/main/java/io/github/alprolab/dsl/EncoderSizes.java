package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;

/**
 * The numbers of {@link Encoders} that may be edited. A value: each edit returns a copy.
 *
 * @param width D, the same in all encoders
 * @param video the video encoder's own
 * @param text the text encoder's own; its heads and dropout are the fusion encoder's too
 * @param fusionLayers number of layers that see both
 * @param projection width of the space in which VTC compares
 */
record EncoderSizes(int width, VideoPart video, TextPart text, int fusionLayers, int projection) {
    private static final int FEED_FORWARD = 4;

    EncoderSizes {
        Range.atLeast(1, width, "width");
        Range.atLeast(1, fusionLayers, "fusionLayers");
        Range.atLeast(1, projection, "projection");
    }

    static EncoderSizes of(AlproConfig config) {
        VideoConfig v = config.video();
        TextConfig t = config.text();
        return new EncoderSizes(
                v.width(),
                new VideoPart(v.patch(), v.depth(), v.heads(), v.dropPath()),
                new TextPart(t.fusionLayer(), t.heads(), t.dropout()),
                t.layers() - t.fusionLayer(),
                config.projection());
    }

    EncoderSizes width(int other) {
        return new EncoderSizes(other, video, text, fusionLayers, projection);
    }

    EncoderSizes video(VideoPart other) {
        return new EncoderSizes(width, other, text, fusionLayers, projection);
    }

    EncoderSizes text(TextPart other) {
        return new EncoderSizes(width, video, other, fusionLayers, projection);
    }

    EncoderSizes fusionLayers(int other) {
        return new EncoderSizes(width, video, text, other, projection);
    }

    EncoderSizes projection(int other) {
        return new EncoderSizes(width, video, text, fusionLayers, other);
    }

    /** With the words that a text encoder knows and reaches, for clips of a shape. */
    AlproConfig config(TextConfig words, int frames, int size) {
        return new AlproConfig(
                new VideoConfig(
                        size,
                        video.patch(),
                        frames,
                        width,
                        video.layers(),
                        video.heads(),
                        FEED_FORWARD * width,
                        video.dropPath()),
                new TextConfig(
                        words.vocabulary(),
                        width,
                        text.layers() + fusionLayers,
                        text.layers(),
                        text.heads(),
                        FEED_FORWARD * width,
                        words.positions(),
                        text.dropout()),
                projection);
    }

    /** The calls that make these of others. */
    String editsOf(EncoderSizes plain) {
        return call(width != plain.width, ".width(%s)", width)
                + call(
                        !video.equals(plain.video),
                        ".video(v -> v.patch(%s).layers(%s).heads(%s).dropPath(%s))",
                        video.patch(),
                        video.layers(),
                        video.heads(),
                        video.dropPath())
                + call(
                        !text.equals(plain.text),
                        ".text(t -> t.layers(%s).heads(%s).dropout(%s))",
                        text.layers(),
                        text.heads(),
                        text.dropout())
                + call(fusionLayers != plain.fusionLayers, ".fusionLayers(%s)", fusionLayers)
                + call(projection != plain.projection, ".projection(%s)", projection);
    }

    private static String call(boolean wanted, String form, Object... arguments) {
        return wanted ? form.formatted(arguments) : "";
    }
}
