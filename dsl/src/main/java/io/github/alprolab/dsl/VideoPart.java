package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Configured;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;

/**
 * Sizes of the video encoder that may be chosen freely; {@code check()} says what does not fit. A
 * value: each edit returns a copy.
 *
 * @param values of the settings declared here
 */
public record VideoPart(Values values) implements Configured {
    private static final Schema VIDEO = new Schema("VideoPart");
    static final Setting<Integer> PATCH =
            VIDEO.add(
                    Setting.count("patch", 16, 1)
                            .in("pixels")
                            .says("edge of a patch", "paper 3.1"));
    static final Setting<Integer> LAYERS =
            VIDEO.add(Setting.count("layers", 12, 1).says("divided-attention blocks", "paper 4.1"));
    static final Setting<Integer> HEADS =
            VIDEO.add(Setting.count("heads", 12, 1).says("attention heads", "paper 4.1"));
    static final Setting<Double> DROP_PATH =
            VIDEO.add(
                    Setting.share("dropPath", 0.1)
                            .says("stochastic depth of the last block", "published code"));

    static final VideoPart BASE = new VideoPart(VIDEO.values());

    /** Edge of a patch in pixels. */
    public int patch() {
        return values.get(PATCH);
    }

    /** With patches of another edge in pixels, at least 1. */
    public VideoPart patch(int pixels) {
        return with(PATCH, pixels);
    }

    /** Divided-attention blocks. */
    public int layers() {
        return values.get(LAYERS);
    }

    /** With another number of divided-attention blocks, at least 1. */
    public VideoPart layers(int count) {
        return with(LAYERS, count);
    }

    /** Attention heads. */
    public int heads() {
        return values.get(HEADS);
    }

    /** With another number of attention heads, at least 1; they divide the width. */
    public VideoPart heads(int count) {
        return with(HEADS, count);
    }

    /** Stochastic depth of the last block. */
    public double dropPath() {
        return values.get(DROP_PATH);
    }

    /** With another stochastic depth of the last block, a share from 0 to 1. */
    public VideoPart dropPath(double share) {
        return with(DROP_PATH, share);
    }

    private <T> VideoPart with(Setting<T> setting, T value) {
        return new VideoPart(Advised.with(values, setting, value));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
