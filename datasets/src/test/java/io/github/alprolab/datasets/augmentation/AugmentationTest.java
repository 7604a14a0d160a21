package io.github.alprolab.datasets.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Frames;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    /** Noise that does not move, of so many pictures. */
    private record Noise(int frameCount) implements ClipSource {
        @Override
        public String id() {
            return "noise";
        }

        @Override
        public double framesPerSecond() {
            return 8;
        }

        @Override
        public Frames frames(int[] indices, int size) {
            return Pictures.still(Pictures.noise(1, size, size, 9), indices.length);
        }
    }

    private static final List<Augmentation> SOME =
            List.of(
                    Augmentation.none(),
                    Augmentation.published(),
                    Augmentation.effective(),
                    Augmentation.effective(9),
                    Augmentation.crop(),
                    Augmentation.maskedCrop(1));

    @Property(tries = 60)
    void framesKeepTheirNumberAndGetTheSizeAndChangeAlike(
            @ForAll long seed,
            @ForAll @IntRange(min = 8, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 3) int length) {
        for (Augmentation some : SOME) {
            Frames frames = read(some, new Noise(length), size, seed);
            assertThat(frames).hasToString("Frames[3 x %1$d x %1$d RGB]".formatted(size));
            assertThat(frames).isEqualTo(Pictures.still(frames.select(new int[1]), 3));
            assertThat(frames).isEqualTo(read(some, new Noise(length), size, seed));
        }
    }

    @Test
    void videosAreDecodedLargerAsPublishedAndPicturesLargerStill() {
        assertThat(Augmentation.published().decodeSize(224, false)).isEqualTo(256);
        assertThat(Augmentation.published().decodeSize(64, false)).isEqualTo(73);
        assertThat(Augmentation.published().decodeSize(224, true)).isEqualTo(448);
        assertThat(Augmentation.none().decodeSize(224, true)).isEqualTo(224);
    }

    @Test
    void thePublishedChangeIsACropThenThePublishedOperations() {
        Frames clip = Pictures.noise(2, 256, 256, 3);
        Random random = new Random(5);
        Frames cropped = new RandomCrop(224).apply(clip, random);
        assertThat(Augmentation.published().apply(clip, 224, false, new Random(5)))
                .isEqualTo(RandAugment.publishedVideo().apply(cropped, random));
    }

    @Test
    void noneLeavesClipsAsTheyAreAndOthersDoNot() {
        Noise clip = new Noise(4);
        assertThat(read(Augmentation.none(), clip, 16, 1))
                .isEqualTo(clip.frames(new int[] {0, 1, 2}, 16));
        assertThat(Augmentation.none().isNone()).isTrue();
        for (Augmentation some : SOME.subList(1, SOME.size())) {
            assertThat(some.isNone()).isFalse();
            assertThat(read(some, clip, 16, 1)).isNotEqualTo(read(some, clip, 16, 2));
        }
    }

    @Test
    void changesOfOnesOwnAreToldApartByWhatTheyGive() {
        FrameChange mirrored = (frames, random) -> ImageOperation.HORIZONTAL_FLIP.apply(frames, 0);
        FrameChange same = (frames, random) -> frames;
        Augmentation mine = Augmentation.named("mine", mirrored);

        assertThat(mine).isEqualTo(Augmentation.named("mine", mirrored));
        assertThat(mine).isNotEqualTo(Augmentation.named("mine", same));
        assertThat(mine.name()).matches("mine-[0-9a-f]{8}");
        assertThat(mine).hasToString("Augmentation.named(\"mine\", mine)");
        assertThat(Augmentation.named("none", same)).isNotEqualTo(Augmentation.none());
    }

    @Test
    void whatCannotBeNamedOrDoesNotKeepTheFramesIsRefused() {
        FrameChange smaller = (frames, random) -> new Crop(0, 0, 4, 4).of(frames);
        FrameChange fewer = (frames, random) -> frames.select(new int[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmentation.named("a b", fewer))
                .withMessageContaining("allowed is a Java name such as dim");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmentation.named("smaller", smaller))
                .withMessageContaining("allowed are as many pictures of 32 x 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmentation.named("fewer", fewer))
                .withMessageContaining("makes Frames[1 x 32 x 32 RGB] of Frames[2 x 32 x 32 RGB]");
        for (double wrong : new double[] {0, -1, 11, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Augmentation.effective(wrong))
                    .withMessageContaining("allowed is above 0 and up to 10");
        }
    }

    @Test
    void aMaskedCropKeepsABoxInItsPlaceAndBlackensTheRestOfAllFrames() {
        Frames white = white(2, 40);
        for (int seed = 0; seed < 200; seed++) {
            Frames seen = Augmentation.maskedCrop(1).apply(white, 40, false, new Random(seed));
            assertThat(seen.select(new int[] {0})).isEqualTo(seen.select(new int[] {1}));
            long kept =
                    IntStream.range(0, seen.rgb().length).filter(i -> seen.rgb()[i] != 0).count();
            // The sides are whole pixels, so the area is off by a row and a column at most.
            assertThat(kept / 2.0 / 3 / 1600).isBetween(0.27, 0.54);
        }
    }

    @Test
    void aMaskedCropLeavesTheOtherShareOfTheClipsAsTheyAre() {
        Frames white = white(1, 20);
        Random random = new Random(1);
        long whole =
                IntStream.range(0, 1000)
                        .filter(
                                draw ->
                                        Augmentation.maskedCrop(0.3)
                                                .apply(white, 20, false, random)
                                                .equals(white))
                        .count();
        assertThat(whole).isBetween(630L, 770L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Augmentation.maskedCrop(1.5))
                .withMessageContaining("allowed is a share of 0 to 1");
    }

    @Test
    void onlyThePublishedOneMirrors() {
        assertThat(SOME).filteredOn(Augmentation::mirrors).containsOnly(Augmentation.published());
    }

    private static Frames white(int count, int size) {
        byte[] rgb = new byte[count * size * size * 3];
        Arrays.fill(rgb, (byte) 255);
        return Frames.of(count, size, size, rgb);
    }

    private static Frames read(Augmentation some, ClipSource clip, int size, long seed) {
        int[] indices = new int[3];
        return some.frames(ClipSource::frames, clip, indices, size, new Random(seed));
    }
}
