package io.github.alprolab.dsl;

import static io.github.alprolab.dsl.EncoderSizes.BERT;
import static io.github.alprolab.dsl.EncoderSizes.FUSION_LAYERS;
import static io.github.alprolab.dsl.EncoderSizes.PROJECTION;
import static io.github.alprolab.dsl.EncoderSizes.TEXT;
import static io.github.alprolab.dsl.EncoderSizes.VIDEO;
import static io.github.alprolab.dsl.EncoderSizes.WIDTH;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Advised;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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
    private final Values values;

    private Encoders(Preset preset, Values values) {
        this.preset = preset;
        this.values = values;
    }

    /** About 2.3 million parameters: minutes on a CPU. */
    public static Encoders tiny() {
        return new Encoders(Preset.TINY, Preset.TINY.start());
    }

    /** About 38 million parameters: for one laptop GPU. */
    public static Encoders small() {
        return new Encoders(Preset.SMALL, Preset.SMALL.start());
    }

    /** The published sizes, 231 million parameters. */
    public static Encoders base() {
        return new Encoders(Preset.BASE, Preset.BASE.start());
    }

    /** The choices of the video encoder. */
    public VideoPart video() {
        return values.get(VIDEO);
    }

    /** With settings of its own for the video encoder, such as {@code v -> v.layers(6)}. */
    public Encoders video(UnaryOperator<VideoPart> edit) {
        return with(VIDEO, edit.apply(video()));
    }

    /** The choices of the text encoder. */
    public TextPart text() {
        return values.get(TEXT);
    }

    /** With settings of its own for the text encoder, such as {@code t -> t.layers(3)}. */
    public Encoders text(UnaryOperator<TextPart> edit) {
        return with(TEXT, edit.apply(text()));
    }

    /**
     * With text and fusion encoder that start as a pretrained BERT, and its whole vocabulary, such
     * as {@code Encoders.base().text(Bert.pretrained())}. Sizes must be those of the BERT.
     */
    public Encoders text(Bert start) {
        return with(BERT, Optional.of(start));
    }

    /** The BERT that text and fusion encoder start as; empty where they start at random. */
    public Optional<Bert> bert() {
        return values.get(BERT);
    }

    /** Its file. */
    Optional<Path> bertFile() {
        return bert().map(Bert::file);
    }

    /** Layers that see clip and text. */
    public int fusionLayers() {
        return values.get(FUSION_LAYERS);
    }

    /**
     * With another number of fusion layers.
     *
     * @param count at least 1
     */
    public Encoders fusionLayers(int count) {
        return with(FUSION_LAYERS, count);
    }

    /** The choices of the fusion encoder. */
    public FusionPart fusion() {
        return new FusionPart(fusionLayers());
    }

    /**
     * With settings of its own for the fusion encoder, such as {@code f -> f.layers(3)}: another
     * way to write {@link #fusionLayers(int)}, as for the other encoders.
     */
    public Encoders fusion(UnaryOperator<FusionPart> edit) {
        return fusionLayers(edit.apply(fusion()).layers());
    }

    /** D, the same in all encoders. */
    public int width() {
        return values.get(WIDTH);
    }

    /**
     * With another width.
     *
     * @param features at least 1, a multiple of the numbers of heads
     */
    public Encoders width(int features) {
        return with(WIDTH, features);
    }

    /** Width of the space in which VTC compares. */
    public int projection() {
        return values.get(PROJECTION);
    }

    /**
     * With another width of that space.
     *
     * @param features at least 1
     */
    public Encoders projection(int features) {
        return with(PROJECTION, features);
    }

    /** All settings with value and preset, tokens and parameters; what differs is marked. */
    public DataTable describe() {
        return EncodersTable.of(this, preset.start());
    }

    /** The picture of the model for the frames of its preset; see the other method. */
    public Figure diagram() {
        AlproConfig plain = preset.config();
        int patch = video().patch();
        return diagram(plain.video().frames(), plain.video().imageSize() / patch * patch);
    }

    /**
     * The picture of the model for pairs: its encoders and objectives, with the shape of what flows
     * on every arrow. B clips a batch, L word pieces of a text, R of them hidden, V vocabulary, E
     * entities. VTC compares the CLS tokens of clip and text.
     */
    public Figure diagram(Pairs pairs) {
        return diagram(pairs.frames(), pairs.size());
    }

    private Figure diagram(int frames, int size) {
        if (size < video().patch() || size % video().patch() != 0) {
            throw new AdviceException(
                    "C04",
                    "Frames of %d pixels are not whole patches of %d."
                            .formatted(size, video().patch()),
                    "pairs.size(%d)".formatted(4 * video().patch()));
        }
        requireHeads(video().heads());
        requireHeads(text().heads());
        return Figure.of(
                EncoderDiagram.of(
                        config(frames, size),
                        "Encoders.%s() · %d frames of %d pixels · %s attention"
                                .formatted(
                                        preset,
                                        frames,
                                        size,
                                        video().attention()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '))));
    }

    private void requireHeads(int heads) {
        if (width() % heads != 0) {
            throw new AdviceException(
                    "C05",
                    "The width %d is not a multiple of the %d heads.".formatted(width(), heads),
                    "encoders.width(%d)".formatted((width() / heads + 1) * heads));
        }
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

    Values values() {
        return values;
    }

    /** For pairs that passed the checks. */
    AlproConfig config(int frames, int size) {
        return EncoderSizes.config(values, preset.config().text(), frames, size);
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoders that
                && preset == that.preset
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Encoders." + preset + "()" + values.callsFrom(preset.start());
    }

    private <T> Encoders with(Setting<T> setting, T value) {
        return new Encoders(preset, Advised.with(values, setting, value));
    }
}
