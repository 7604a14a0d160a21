package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.setting.Configured;
import io.github.alprolab.alpro.setting.Identity;
import io.github.alprolab.alpro.setting.Schema;
import io.github.alprolab.alpro.setting.Setting;
import io.github.alprolab.alpro.setting.Values;
import io.github.alprolab.dsl.check.Advised;

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
            VIDEO.add(
                    Setting.count("layers", 12, 1)
                            .says("blocks of attention and perceptron", "paper 4.1"));
    static final Setting<Integer> HEADS =
            VIDEO.add(Setting.count("heads", 12, 1).says("attention heads", "paper 4.1"));
    static final Setting<Double> DROP_PATH =
            VIDEO.add(
                    Setting.share("dropPath", 0.1)
                            .says("stochastic depth of the last block", "published code"));
    static final Setting<VideoAttention> ATTENTION =
            VIDEO.add(
                    Setting.choice("attention", VideoAttention.DIVIDED)
                            .identity(Identity.WHERE_CHANGED)
                            .says("which tokens a block compares", "TimeSformer, section 3"));

    static final VideoPart BASE = new VideoPart(VIDEO.values());

    /** Edge of a patch in pixels. */
    public int patch() {
        return values.get(PATCH);
    }

    /** With patches of another edge in pixels, at least 1. */
    public VideoPart patch(int pixels) {
        return with(PATCH, pixels);
    }

    /** Blocks of attention and perceptron. */
    public int layers() {
        return values.get(LAYERS);
    }

    /** With another number of blocks, at least 1. */
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

    /** Which tokens a block compares. */
    public VideoAttention attention() {
        return values.get(ATTENTION);
    }

    /**
     * With another attention: {@code DIVIDED} over time and then over space, as published, {@code
     * JOINT} among all patches of all frames, or {@code SPACE_ONLY} within each frame.
     */
    public VideoPart attention(VideoAttention among) {
        return with(ATTENTION, among);
    }

    private <T> VideoPart with(Setting<T> setting, T value) {
        return new VideoPart(Advised.with(values, setting, value));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
