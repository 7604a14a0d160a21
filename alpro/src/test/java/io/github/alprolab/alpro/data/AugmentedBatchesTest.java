package io.github.alprolab.alpro.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Training clips change from epoch to epoch; what is measured does not. */
class AugmentedBatchesTest {
    private static final int SIZE = 16;
    private static final int CLIP_BYTES = 2 * SIZE * SIZE * 3;
    private static final FrameSampling EVEN = FrameSampling.uniform();
    private static final RandomStreams STREAMS = new RandomStreams(1);
    private static final Tokenizer TOKENIZER = Tokenizer.bertUncased();
    private static final List<Pair> PAIRS = ColourClips.of(8, 0, 0).pairs(Split.TRAIN);
    private static final Vocabulary VOCABULARY =
            Vocabulary.covering(ColourClips.colours(), TOKENIZER);

    private final BatchMaker plain = maker();
    private final BatchMaker augmenting = maker().augmenting(Augmentation.effective());

    @AfterAll
    static void close() {
        TOKENIZER.close();
    }

    private static BatchMaker maker() {
        VideoConfig sizes = new VideoConfig(SIZE, 8, 2, 32, 2, 4, 64, 0);
        return new BatchMaker(sizes, TOKENIZER, VOCABULARY, 8, FrameCache.ofBytes(1 << 20));
    }

    private static byte[] pixels(BatchMaker maker, int number, int epoch, List<Pair> pairs) {
        return maker.training(new Draw(number, epoch, pairs, pairs), EVEN, STREAMS).pixels();
    }

    @Test
    void aClipChangesByItselfAndTheEpochWhateverBatchItIsIn() {
        byte[] first = pixels(augmenting, 1, 0, PAIRS);
        byte[] other = pixels(augmenting, 9, 0, List.of(PAIRS.get(3), PAIRS.get(0)));

        assertThat(first).isNotEqualTo(pixels(plain, 1, 0, PAIRS));
        assertThat(clip(other, 0)).isEqualTo(clip(first, 3));
        assertThat(clip(other, 1)).isEqualTo(clip(first, 0));
        assertThat(pixels(augmenting, 1, 1, PAIRS)).isNotEqualTo(first);
        assertThat(pixels(augmenting, 1, 0, PAIRS)).isEqualTo(first);
    }

    @Test
    void framesCaptionsAndMeasuringStayAsTheyWere() {
        Draw draw = new Draw(1, 0, PAIRS, PAIRS);
        assertThat(augmenting.training(draw, EVEN, STREAMS).texts().ids())
                .isEqualTo(plain.training(draw, EVEN, STREAMS).texts().ids());
        assertThat(augmenting.evaluation(PAIRS, STREAMS, 0).pixels())
                .isEqualTo(plain.evaluation(PAIRS, STREAMS, 0).pixels());
        assertThat(augmenting.pixels(PAIRS, EVEN, new Random(0)))
                .isEqualTo(plain.pixels(PAIRS, EVEN, new Random(0)));
    }

    private static byte[] clip(byte[] pixels, int place) {
        return Arrays.copyOfRange(pixels, place * CLIP_BYTES, (place + 1) * CLIP_BYTES);
    }
}
