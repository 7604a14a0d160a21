package io.github.alprolab.alpro.train;

import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.List;

/** {@link ColourClips} as training data. */
final class NoiseClips {
    private NoiseClips() {}

    static TrainingData data(int train, int validation) {
        return new TrainingData(
                pairs(train, Split.TRAIN),
                pairs(validation, Split.VALIDATION),
                FrameSampling.headTail(),
                12,
                FrameCache.ofBytes(1 << 24));
    }

    static List<Pair> pairs(int count, Split split) {
        return ColourClips.of(count, count, count).pairs(split);
    }

    static List<String> colours() {
        return ColourClips.colours();
    }
}
