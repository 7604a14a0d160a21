package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Configured;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.dsl.check.Advised;

/**
 * Sizes of the text encoder; its heads and dropout are those of the fusion encoder too. A value:
 * each edit returns a copy.
 *
 * @param values of the settings declared here
 */
public record TextPart(Values values) implements Configured {
    private static final Schema TEXT = new Schema("TextPart");
    static final Setting<Integer> LAYERS =
            TEXT.add(Setting.count("layers", 6, 1).says("BERT layers", "paper 4.1"));
    static final Setting<Integer> HEADS =
            TEXT.add(
                    Setting.count("heads", 12, 1)
                            .says("attention heads, in text and fusion", "paper 4.1"));
    static final Setting<Double> DROPOUT =
            TEXT.add(
                    Setting.share("dropout", 0.1)
                            .says("dropout rate, in text and fusion", "published code"));

    static final TextPart BASE = new TextPart(TEXT.values());

    /** BERT layers. */
    public int layers() {
        return values.get(LAYERS);
    }

    /** With another number of BERT layers, at least 1. */
    public TextPart layers(int count) {
        return with(LAYERS, count);
    }

    /** Attention heads, the same in text and fusion. */
    public int heads() {
        return values.get(HEADS);
    }

    /** With another number of attention heads in text and fusion, at least 1. */
    public TextPart heads(int count) {
        return with(HEADS, count);
    }

    /** Dropout rate, the same in text and fusion. */
    public double dropout() {
        return values.get(DROPOUT);
    }

    /** With another dropout rate in text and fusion, a share from 0 to 1. */
    public TextPart dropout(double share) {
        return with(DROPOUT, share);
    }

    private <T> TextPart with(Setting<T> setting, T value) {
        return new TextPart(Advised.with(values, setting, value));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
