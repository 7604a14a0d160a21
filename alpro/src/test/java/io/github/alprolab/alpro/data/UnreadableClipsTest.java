package io.github.alprolab.alpro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.train.TrainingData;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipFault;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.cache.FrameCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What training and measuring do about clips that cannot be read. */
class UnreadableClipsTest {
    private static final int SIZE = 16;
    private static final int CLIP_BYTES = 2 * SIZE * SIZE * 3;
    private static final FrameSampling EVEN = FrameSampling.uniform();
    private static final RandomStreams STREAMS = new RandomStreams(1);
    private static final Tokenizer TOKENIZER = Tokenizer.bertUncased();

    /** Clip i is filled with the level i and captioned by the i-th word; 2 and 5 are broken. */
    private static final List<String> WORDS =
            List.of("red", "green", "blue", "black", "white", "yellow", "pink", "grey");

    private static final List<Pair> PAIRS =
            IntStream.range(0, WORDS.size()).mapToObj(UnreadableClipsTest::pair).toList();

    private static final List<Pair> SOUND =
            PAIRS.stream().filter(p -> !((Level) p.clip()).broken()).toList();

    private static final Vocabulary VOCABULARY = Vocabulary.covering(WORDS, TOKENIZER);

    @AfterAll
    static void close() {
        TOKENIZER.close();
    }

    @Test
    void aTrainingBatchFailsOnThemUnlessToldOtherwise() {
        assertThatThrownBy(() -> maker().training(draw(PAIRS, 1), EVEN, STREAMS))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("clip-2")
                .hasFieldOrPropertyWithValue("fault", ClipFault.EMPTY);
    }

    @Test
    void replacedClipsBringTheirOwnCaptionsAndAreCounted() {
        BatchMaker maker = maker().replacing();
        for (int step = 1; step <= 20; step++) {
            Batch batch = maker.training(draw(PAIRS, step), EVEN, STREAMS);
            assertThat(batch.clips()).isEqualTo(PAIRS.size());
            for (int i = 0; i < PAIRS.size(); i++) {
                int level = batch.pixels()[i * CLIP_BYTES];
                assertThat(level).isNotIn(2, 5);
                assertThat(wordOf(batch, i)).isEqualTo(WORDS.get(level));
                assertThat(i == 2 || i == 5 || level == i).isTrue();
            }
        }
        assertThat(maker.replaced()).isEqualTo(2 * 20);
    }

    @Test
    void aStepReplacesTheSameWayEveryTime() {
        Batch once = maker().replacing().training(draw(PAIRS, 7), EVEN, STREAMS);
        Batch again = maker().replacing().training(draw(PAIRS, 7), EVEN, STREAMS);
        assertThat(again.pixels()).isEqualTo(once.pixels());
        assertThat(again.texts().ids()).isEqualTo(once.texts().ids());
    }

    @Test
    void replacingGivesUpWhereNothingCanBeRead() {
        List<Pair> broken = List.of(PAIRS.get(2), PAIRS.get(5));
        assertThatThrownBy(() -> maker().replacing().training(draw(broken, 1), EVEN, STREAMS))
                .isInstanceOf(ClipException.class);
    }

    @Test
    void measuringNeverSwapsItems() {
        BatchMaker maker = maker().replacing();
        assertThatThrownBy(() -> maker.evaluation(PAIRS, STREAMS, 0))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("clip-2");
        assertThatThrownBy(() -> maker.pixels(PAIRS, EVEN, new Random(0)))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("clip-2");
        assertThat(maker.replaced()).isZero();
    }

    @Test
    void skippedClipsAreLeftOutOfBothSplitsAndCounted() {
        List<String> told = new ArrayList<>();
        TrainingData data = data(UnreadableClips.SKIP).readable(told::add);
        assertThat(data.train()).isEqualTo(SOUND);
        assertThat(data.validation()).isEqualTo(SOUND);
        assertThat(told)
                .satisfiesExactly(
                        train ->
                                assertThat(train)
                                        .startsWith(
                                                "TRAIN: 6 readable clips, 2 left out {EMPTY=2}"),
                        validation -> assertThat(validation).startsWith("VALIDATION: 6 readable"));
    }

    @Test
    void nothingIsReadBeforehandUnlessClipsAreToBeSkipped() {
        for (UnreadableClips policy : List.of(UnreadableClips.FAIL, UnreadableClips.REPLACE)) {
            List<String> told = new ArrayList<>();
            assertThat(data(policy).readable(told::add).train()).isEqualTo(PAIRS);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void batchesMadeAheadKeepTheirOrder() throws InterruptedException {
        List<Batch> ahead = new ArrayList<>();
        BatchMaker maker = maker().replacing();
        try (BatchStream stream = new BatchStream(maker, whole(PAIRS), EVEN, STREAMS, 2, 1, 1)) {
            for (int i = 0; i < 8; i++) {
                ahead.add(stream.next());
            }
        }
        try (BatchStream stream = new BatchStream(maker(), whole(SOUND), EVEN, STREAMS, 2, 1, 1)) {
            assertThat(stream.next().clips()).isEqualTo(2);
        }
        try (BatchStream stream = new BatchStream(maker, whole(PAIRS), EVEN, STREAMS, 2, 1, 5)) {
            for (int i = 4; i < 8; i++) {
                assertThat(stream.next().pixels()).isEqualTo(ahead.get(i).pixels());
            }
        }
    }

    private static TrainingData data(UnreadableClips policy) {
        return new TrainingData(PAIRS, PAIRS, EVEN, 8, FrameCache.ofBytes(0)).unreadable(policy);
    }

    private static Draw draw(List<Pair> pairs, long number) {
        return new Draw(number, 0, pairs, pairs);
    }

    private static List<MixedPart> whole(List<Pair> pairs) {
        return List.of(MixedPart.whole(pairs, List.of()));
    }

    private static BatchMaker maker() {
        VideoConfig sizes = new VideoConfig(SIZE, 8, 2, 32, 2, 4, 64, 0);
        return new BatchMaker(sizes, TOKENIZER, VOCABULARY, 8, FrameCache.ofBytes(0));
    }

    /** The piece behind the start of a text. */
    private static String wordOf(Batch batch, int row) {
        return VOCABULARY.piece((int) batch.texts().ids()[row * batch.texts().length() + 1]);
    }

    private static Pair pair(int level) {
        String id = "clip-" + level;
        Level clip = new Level(id, level, level == 2 || level == 5);
        return new Pair(id, Split.TRAIN, clip, List.of(WORDS.get(level)), Optional.empty());
    }

    private record Level(String id, int level, boolean broken) implements ClipSource {
        @Override
        public int frameCount() {
            return 4;
        }

        @Override
        public double framesPerSecond() {
            return 8;
        }

        @Override
        public Frames frames(int[] indices, int size) {
            if (broken) {
                throw new ClipException(Path.of(id), ClipFault.EMPTY, "is empty");
            }
            byte[] rgb = new byte[indices.length * size * size * 3];
            Arrays.fill(rgb, (byte) level);
            return Frames.of(indices.length, size, size, rgb);
        }
    }
}
