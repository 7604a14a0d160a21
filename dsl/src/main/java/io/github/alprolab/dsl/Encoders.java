package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Sizes of the video, text and fusion encoders. A value: each edit returns a copy.
 *
 * <pre>{@code
 * Encoders.tiny().video(v -> v.layers(6)).width(192)
 * }</pre>
 */
public final class Encoders implements Shown {
    private static final int FEED_FORWARD = 4;

    private final String preset;
    private final int width;
    private final VideoPart video;
    private final TextPart text;
    private final int fusionLayers;
    private final int projection;
    private final int vocabulary;
    private final int positions;
    private final Optional<Bert> bert;

    private Encoders(
            String preset,
            int width,
            VideoPart video,
            TextPart text,
            int fusionLayers,
            int projection,
            int vocabulary,
            int positions,
            Optional<Bert> bert) {
        this.preset = preset;
        this.width = Range.atLeast(1, width, "width");
        this.video = video;
        this.text = text;
        this.fusionLayers = Range.atLeast(1, fusionLayers, "fusionLayers");
        this.projection = Range.atLeast(1, projection, "projection");
        this.vocabulary = vocabulary;
        this.positions = positions;
        this.bert = bert;
    }

    /** About 2.3 million parameters: minutes on a CPU. */
    public static Encoders tiny() {
        return of("tiny", AlproConfig.tiny());
    }

    /** About 38 million parameters: for one laptop GPU. */
    public static Encoders small() {
        return of("small", AlproConfig.small());
    }

    /** The published sizes, 231 million parameters. */
    public static Encoders base() {
        return of("base", AlproConfig.base());
    }

    private static Encoders of(String preset, AlproConfig config) {
        VideoConfig v = config.video();
        TextConfig t = config.text();
        return new Encoders(
                preset,
                v.width(),
                new VideoPart(v.patch(), v.depth(), v.heads(), v.dropPath()),
                new TextPart(t.fusionLayer(), t.heads(), t.dropout()),
                t.layers() - t.fusionLayer(),
                config.projection(),
                t.vocabulary(),
                t.positions(),
                Optional.empty());
    }

    public VideoPart video() {
        return video;
    }

    /** With other sizes of the video encoder, such as {@code v -> v.layers(6)}. */
    public Encoders video(UnaryOperator<VideoPart> edit) {
        return new Encoders(
                preset,
                width,
                edit.apply(video),
                text,
                fusionLayers,
                projection,
                vocabulary,
                positions,
                bert);
    }

    public TextPart text() {
        return text;
    }

    /** With other sizes of the text encoder, such as {@code t -> t.layers(3)}. */
    public Encoders text(UnaryOperator<TextPart> edit) {
        return new Encoders(
                preset,
                width,
                video,
                edit.apply(text),
                fusionLayers,
                projection,
                vocabulary,
                positions,
                bert);
    }

    /**
     * With text and fusion encoder that start as a pretrained BERT, and its whole vocabulary, such
     * as {@code Encoders.base().text(Bert.pretrained())}. Sizes must be those of BERT-base.
     */
    public Encoders text(Bert start) {
        return new Encoders(
                preset,
                width,
                video,
                text,
                fusionLayers,
                projection,
                vocabulary,
                positions,
                Optional.of(start));
    }

    /** The BERT that text and fusion encoder start as; empty where they start at random. */
    public Optional<Bert> bert() {
        return bert;
    }

    /** Its jar, fetched where it is not there yet. */
    Optional<Path> bertJar() throws IOException {
        return bert.isPresent() ? Optional.of(bert.get().jar()) : Optional.empty();
    }

    public int fusionLayers() {
        return fusionLayers;
    }

    /**
     * With another number of fusion layers.
     *
     * @param count at least 1
     */
    public Encoders fusionLayers(int count) {
        return new Encoders(
                preset, width, video, text, count, projection, vocabulary, positions, bert);
    }

    /** D, the same in all encoders. */
    public int width() {
        return width;
    }

    /**
     * With another width.
     *
     * @param features a multiple of the numbers of heads
     */
    public Encoders width(int features) {
        return new Encoders(
                preset,
                features,
                video,
                text,
                fusionLayers,
                projection,
                vocabulary,
                positions,
                bert);
    }

    /** Width of the space in which VTC compares. */
    public int projection() {
        return projection;
    }

    /**
     * With another width of that space.
     *
     * @param features at least 1
     */
    public Encoders projection(int features) {
        return new Encoders(
                preset, width, video, text, fusionLayers, features, vocabulary, positions, bert);
    }

    /** Layers, width, heads, tokens and parameters; what differs from the preset is marked. */
    public DataTable describe() {
        return EncodersTable.of(this, standard());
    }

    /** The published settings, with the learning rate that suits the size. */
    Trainer trainer() {
        return Trainer.adamW(preset.equals("tiny") ? 1e-3 : 1e-4);
    }

    /** Longest text that the word positions reach. */
    int positions() {
        return positions;
    }

    /** The preset without edits. */
    private Encoders standard() {
        return switch (preset) {
            case "tiny" -> tiny();
            case "small" -> small();
            default -> base();
        };
    }

    String preset() {
        return preset;
    }

    /** Frames and size the preset is meant for. */
    AlproConfig presetConfig() {
        return switch (preset) {
            case "tiny" -> AlproConfig.tiny();
            case "small" -> AlproConfig.small();
            default -> AlproConfig.base();
        };
    }

    /** For pairs that passed the checks. */
    AlproConfig config(int frames, int size) {
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
                        vocabulary,
                        width,
                        text.layers() + fusionLayers,
                        text.layers(),
                        text.heads(),
                        FEED_FORWARD * width,
                        positions,
                        text.dropout()),
                projection);
    }

    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        all.put("width", width);
        all.put("video", video);
        all.put("text", text);
        all.put("fusionLayers", fusionLayers);
        all.put("projection", projection);
        bert.ifPresent(b -> all.put("bert", b.settings()));
        return all;
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoders that
                && preset.equals(that.preset)
                && settings().equals(that.settings());
    }

    @Override
    public int hashCode() {
        return settings().hashCode();
    }

    @Override
    public String toString() {
        Encoders plain = standard();
        StringBuilder code = new StringBuilder("Encoders." + preset + "()");
        if (width != plain.width) {
            code.append(".width(").append(width).append(")");
        }
        if (!video.equals(plain.video)) {
            code.append(
                    ".video(v -> v.patch(%d).layers(%d).heads(%d).dropPath(%s))"
                            .formatted(
                                    video.patch(),
                                    video.layers(),
                                    video.heads(),
                                    video.dropPath()));
        }
        if (!text.equals(plain.text)) {
            code.append(
                    ".text(t -> t.layers(%d).heads(%d).dropout(%s))"
                            .formatted(text.layers(), text.heads(), text.dropout()));
        }
        if (fusionLayers != plain.fusionLayers) {
            code.append(".fusionLayers(").append(fusionLayers).append(")");
        }
        if (projection != plain.projection) {
            code.append(".projection(").append(projection).append(")");
        }
        bert.ifPresent(b -> code.append(".text(").append(b).append(")"));
        return code.toString();
    }
}
