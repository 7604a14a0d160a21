package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
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
    private final Preset preset;
    private final EncoderSizes sizes;
    private final Optional<Bert> bert;

    private Encoders(Preset preset, EncoderSizes sizes, Optional<Bert> bert) {
        this.preset = preset;
        this.sizes = sizes;
        this.bert = bert;
    }

    /** About 2.3 million parameters: minutes on a CPU. */
    public static Encoders tiny() {
        return of(Preset.TINY);
    }

    /** About 38 million parameters: for one laptop GPU. */
    public static Encoders small() {
        return of(Preset.SMALL);
    }

    /** The published sizes, 231 million parameters. */
    public static Encoders base() {
        return of(Preset.BASE);
    }

    private static Encoders of(Preset preset) {
        return new Encoders(preset, preset.sizes(), Optional.empty());
    }

    public VideoPart video() {
        return sizes.video();
    }

    /** With other sizes of the video encoder, such as {@code v -> v.layers(6)}. */
    public Encoders video(UnaryOperator<VideoPart> edit) {
        return with(sizes.video(edit.apply(sizes.video())));
    }

    public TextPart text() {
        return sizes.text();
    }

    /** With other sizes of the text encoder, such as {@code t -> t.layers(3)}. */
    public Encoders text(UnaryOperator<TextPart> edit) {
        return with(sizes.text(edit.apply(sizes.text())));
    }

    /**
     * With text and fusion encoder that start as a pretrained BERT, and its whole vocabulary, such
     * as {@code Encoders.base().text(Bert.pretrained())}. Sizes must be those of the BERT.
     */
    public Encoders text(Bert start) {
        return new Encoders(preset, sizes, Optional.of(start));
    }

    /** The BERT that text and fusion encoder start as; empty where they start at random. */
    public Optional<Bert> bert() {
        return bert;
    }

    /** Its file. */
    Optional<Path> bertFile() {
        return bert.map(Bert::file);
    }

    public int fusionLayers() {
        return sizes.fusionLayers();
    }

    /**
     * With another number of fusion layers.
     *
     * @param count at least 1
     */
    public Encoders fusionLayers(int count) {
        return with(sizes.fusionLayers(count));
    }

    /** D, the same in all encoders. */
    public int width() {
        return sizes.width();
    }

    /**
     * With another width.
     *
     * @param features a multiple of the numbers of heads
     */
    public Encoders width(int features) {
        return with(sizes.width(features));
    }

    /** Width of the space in which VTC compares. */
    public int projection() {
        return sizes.projection();
    }

    /**
     * With another width of that space.
     *
     * @param features at least 1
     */
    public Encoders projection(int features) {
        return with(sizes.projection(features));
    }

    /** Layers, width, heads, tokens and parameters; what differs from the preset is marked. */
    public DataTable describe() {
        return EncodersTable.of(this, preset.sizes());
    }

    /** The published settings, with the learning rate that suits the size. */
    Trainer trainer() {
        return Trainer.adamW(preset.learningRate());
    }

    /** Longest text that the word positions reach. */
    int positions() {
        return preset.config().text().positions();
    }

    Preset preset() {
        return preset;
    }

    /** For pairs that passed the checks. */
    AlproConfig config(int frames, int size) {
        return sizes.config(preset.config().text(), frames, size);
    }

    Map<String, Object> settings() {
        Map<String, Object> all = new TreeMap<>();
        all.put("width", sizes.width());
        all.put("video", sizes.video());
        all.put("text", sizes.text());
        all.put("fusionLayers", sizes.fusionLayers());
        all.put("projection", sizes.projection());
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
                && preset == that.preset
                && settings().equals(that.settings());
    }

    @Override
    public int hashCode() {
        return settings().hashCode();
    }

    @Override
    public String toString() {
        return "Encoders."
                + preset
                + "()"
                + sizes.editsOf(preset.sizes())
                + bert.map(b -> ".text(" + b + ")").orElse("");
    }

    private Encoders with(EncoderSizes changed) {
        return new Encoders(preset, changed, bert);
    }
}
