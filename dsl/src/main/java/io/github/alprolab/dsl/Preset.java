package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.setting.Values;
import java.util.Locale;

/** The sizes that encoders are edited from. */
enum Preset {
    TINY(AlproConfig.tiny(), 1e-3),
    SMALL(AlproConfig.small(), 1e-4),
    BASE(AlproConfig.base(), 1e-4);

    private final AlproConfig config;
    private final double learningRate;

    Preset(AlproConfig config, double learningRate) {
        this.config = config;
        this.learningRate = learningRate;
    }

    /** All sizes, with the frames and the size of frames it is meant for. */
    AlproConfig config() {
        return config;
    }

    /** What encoders of this preset start from. */
    Values start() {
        VideoConfig v = config.video();
        TextConfig t = config.text();
        return EncoderSizes.standard()
                .with(EncoderSizes.WIDTH, v.width())
                .with(
                        EncoderSizes.VIDEO,
                        VideoPart.BASE
                                .patch(v.patch())
                                .layers(v.depth())
                                .heads(v.heads())
                                .dropPath(v.dropPath()))
                .with(
                        EncoderSizes.TEXT,
                        TextPart.BASE.layers(t.fusionLayer()).heads(t.heads()).dropout(t.dropout()))
                .with(EncoderSizes.FUSION_LAYERS, t.layers() - t.fusionLayer())
                .with(EncoderSizes.PROJECTION, config.projection());
    }

    /** The peak that suits the size. */
    double learningRate() {
        return learningRate;
    }

    /** The factory of {@link Encoders} that gives it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
