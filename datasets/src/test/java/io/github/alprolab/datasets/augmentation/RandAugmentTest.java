package io.github.alprolab.datasets.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.datasets.Frames;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandAugmentTest {
    private static final Frames NOISE = Pictures.noise(1, 24, 24, 5);

    @Test
    void fourOfThePublishedOperationsForVideoDoNothing() {
        assertThat(RandAugment.publishedVideo().noOps())
                .containsExactly(
                        ImageOperation.IDENTITY,
                        ImageOperation.CONTRAST,
                        ImageOperation.BRIGHTNESS,
                        ImageOperation.WRAPPING_SHARPNESS);
        assertThat(RandAugment.publishedImage().noOps()).containsExactly(ImageOperation.IDENTITY);
        assertThat(RandAugment.effective().noOps()).containsExactly(ImageOperation.IDENTITY);
        assertThat(RandAugment.effective().magnitude(0).noOps()).hasSize(9);
    }

    @Test
    void hasThePublishedSetsNumbersAndMagnitudes() {
        RandAugment video = RandAugment.publishedVideo();
        assertThat(video.operations()).hasSize(10).contains(ImageOperation.HORIZONTAL_FLIP);
        assertThat(List.of(video.count(), video.magnitude(), video.probability()))
                .isEqualTo(List.of(2, 5.0, 1.0));
        assertThat(video.distinct()).isTrue();
        RandAugment image = RandAugment.publishedImage();
        assertThat(image.operations())
                .hasSize(8)
                .doesNotContain(ImageOperation.CONTRAST, ImageOperation.HORIZONTAL_FLIP);
        assertThat(List.of(image.count(), image.magnitude(), image.probability()))
                .isEqualTo(List.of(2, 7.0, 0.5));
        assertThat(image.distinct()).isFalse();
    }

    @Property(tries = 100)
    void drawsTwoDifferentOnesForVideo(@ForAll long seed) {
        assertThat(RandAugment.publishedVideo().draw(new Random(seed)))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void drawsOneTwiceForImagesAtTimes() {
        assertThat(IntStream.range(0, 100).mapToObj(s -> drawn(RandAugment.publishedImage(), s)))
                .anyMatch(ops -> ops.get(0) == ops.get(1))
                .anyMatch(ops -> ops.get(0) != ops.get(1));
    }

    @Property(tries = 60)
    void changesAllPicturesOfAClipAlikeAndOnlyByTheSeed(@ForAll long seed) {
        for (RandAugment augment :
                List.of(
                        RandAugment.publishedVideo(),
                        RandAugment.publishedImage(),
                        RandAugment.effective())) {
            Frames clip = Pictures.still(NOISE, 3);
            Frames changed = augment.apply(clip, new Random(seed));
            assertThat(changed).isEqualTo(augment.apply(clip, new Random(seed)));
            assertThat(changed).isEqualTo(Pictures.still(changed.select(new int[] {0}), 3));
            assertThat(clip).isEqualTo(Pictures.still(NOISE, 3));
        }
    }

    @Test
    void theEffectiveVersionHardlyEverLeavesAClipAsItIs() {
        RandAugment published = RandAugment.publishedVideo();
        assertThat(unchanged(published)).isGreaterThan(15);
        assertThat(unchanged(RandAugment.effective())).isZero();
    }

    @Test
    void theEffectiveVersionGoesBothWays() {
        RandAugment translate =
                new RandAugment(List.of(ImageOperation.TRANSLATE_X), 1, 10, true, 1, true);
        Set<Frames> results = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            results.add(translate.apply(NOISE, new Random(seed)));
        }
        double pixels = 10 * 24 / 224.0;
        assertThat(results)
                .containsExactlyInAnyOrder(
                        ImageOperation.TRANSLATE_X.apply(NOISE, pixels),
                        ImageOperation.TRANSLATE_X.apply(NOISE, -pixels));
    }

    @Test
    void theEffectiveVersionNeverMirrors() {
        assertThat(RandAugment.effective().operations())
                .doesNotContain(ImageOperation.HORIZONTAL_FLIP);
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        RandAugment some = RandAugment.effective();
        assertThatIllegalArgumentException().isThrownBy(() -> some.count(10));
        assertThatIllegalArgumentException().isThrownBy(() -> some.count(0));
        assertThatIllegalArgumentException().isThrownBy(() -> some.magnitude(11));
        assertThatIllegalArgumentException().isThrownBy(() -> some.magnitude(Double.NaN));
    }

    private static List<ImageOperation> drawn(RandAugment augment, long seed) {
        return augment.draw(new Random(seed));
    }

    private static long unchanged(RandAugment augment) {
        Frames flat = NOISE;
        return IntStream.range(0, 200)
                .filter(seed -> closeTo(augment.apply(flat, new Random(seed)), flat))
                .count();
    }

    private static boolean closeTo(Frames a, Frames b) {
        byte[] one = a.rgb();
        byte[] two = b.rgb();
        return IntStream.range(0, one.length)
                .allMatch(i -> Math.abs((one[i] & 0xff) - (two[i] & 0xff)) <= 2);
    }
}
