package io.github.alprolab.datasets.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.datasets.Frames;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageOperationTest {
    private static final Frames NOISE = Pictures.noise(1, 20, 30, 3);

    @ParameterizedTest
    @CsvSource({
        "CONTRAST, 1.0, 1.36",
        "BRIGHTNESS, 1.0, 1.36",
        "SHARPNESS, 1.0, 1.36",
        "WRAPPING_SHARPNESS, 1.0, 1.36",
        "SHEAR_X, 0.15, 0.21",
        "SHEAR_Y, 0.15, 0.21",
        "TRANSLATE_X, 5, 7",
        "TRANSLATE_Y, 5, 7",
        "ROTATE, 15, 21",
        "IDENTITY, 0, 0",
        "HORIZONTAL_FLIP, 0, 0"
    })
    void hasThePublishedStrengthAt5And7(ImageOperation operation, double five, double seven) {
        assertThat(operation.argument(5)).isEqualTo(five);
        assertThat(operation.argument(7)).isCloseTo(seven, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ImageOperation.class)
    void anEffectiveStrengthHasTwoDirectionsAndIsNeverNeutral(ImageOperation operation) {
        double plus = operation.effectiveArgument(5, false, 224);
        double minus = operation.effectiveArgument(5, true, 224);
        if (operation != ImageOperation.IDENTITY && operation != ImageOperation.HORIZONTAL_FLIP) {
            assertThat(plus).isNotEqualTo(minus);
            assertThat(operation.isNeutral(plus) || operation.isNeutral(minus)).isFalse();
            assertThat(operation.apply(NOISE, plus)).isNotEqualTo(NOISE);
        }
    }

    @Test
    void effectiveTranslationsGoWithTheWidth() {
        assertThat(ImageOperation.TRANSLATE_X.effectiveArgument(5, false, 224)).isEqualTo(5);
        assertThat(ImageOperation.TRANSLATE_X.effectiveArgument(5, true, 448)).isEqualTo(-10);
    }

    @Test
    void brightnessMultipliesClipsAndCuts() {
        Frames grey = Pictures.grey(1, 4, 0, 100, 101, 250);
        assertThat(levels(ImageOperation.BRIGHTNESS.apply(grey, 1.36)))
                .containsExactly(0, 136, 137, 255);
    }

    @Test
    void contrastGoesAwayFromTheMeanOfEachPicture() {
        Frames grey = Pictures.grey(1, 2, 100, 140);
        assertThat(levels(ImageOperation.CONTRAST.apply(grey, 1.5))).containsExactly(90, 150);
        assertThat(levels(ImageOperation.CONTRAST.apply(grey, 0.5))).containsExactly(110, 130);
    }

    @Test
    void theMeanOfContrastWeighsRedAsIfItWereBlue() {
        Frames red = Frames.of(1, 1, 1, new byte[] {(byte) 200, 0, 0});
        // μ = 0.114 · 200 = 22.8; 200 → (200 − 22.8) · 0.5 + 22.8 = 111.4; 0 → 11.4.
        assertThat(ImageOperation.CONTRAST.apply(red, 0.5).rgb()).containsExactly(111, 11, 11);
    }

    @Test
    void contrastByOneTakesAtMostOneLevel() {
        byte[] changed = ImageOperation.CONTRAST.apply(NOISE, 1).rgb();
        byte[] before = NOISE.rgb();
        assertThat(IntStream.range(0, before.length))
                .allMatch(i -> (before[i] & 0xff) - (changed[i] & 0xff) <= 1)
                .allMatch(i -> (before[i] & 0xff) - (changed[i] & 0xff) >= 0);
    }

    @Test
    void sharpnessBlendsWithThirteenthsInsideAndLeavesTheBorder() {
        Frames dot = Pictures.grey(3, 3, 10, 10, 10, 10, 140, 10, 10, 10, 10);
        // The smoothed centre is (8 · 10 + 5 · 140) / 13 = 60; 60 + 0.5 · 80 = 100.
        assertThat(levels(ImageOperation.SHARPNESS.apply(dot, 0.5)))
                .containsExactly(10, 10, 10, 10, 100, 10, 10, 10, 10);
    }

    @Test
    void sharpnessClipsAndAsPublishedWraps() {
        Frames dot = Pictures.grey(3, 3, 10, 10, 10, 10, 250, 10, 10, 10, 10);
        // The smoothed centre is 1330 / 13 = 102; 102 + 1.5 · 148 = 324 = 256 + 68.
        assertThat(levels(ImageOperation.SHARPNESS.apply(dot, 1.5))[4]).isEqualTo(255);
        assertThat(levels(ImageOperation.WRAPPING_SHARPNESS.apply(dot, 1.5))[4]).isEqualTo(68);
    }

    @Test
    void contentMovesLeftAndUpAndGreyComesIn() {
        Frames grey = Pictures.grey(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(levels(ImageOperation.TRANSLATE_X.apply(grey, 1)))
                .containsExactly(2, 3, 128, 5, 6, 128, 8, 9, 128);
        assertThat(levels(ImageOperation.TRANSLATE_Y.apply(grey, 1)))
                .containsExactly(4, 5, 6, 7, 8, 9, 128, 128, 128);
        assertThat(levels(ImageOperation.TRANSLATE_X.apply(grey, -1)))
                .containsExactly(128, 1, 2, 128, 4, 5, 128, 7, 8);
    }

    @Test
    void shearsMoveRowsByTheirNumberAndColumnsByTheirs() {
        Frames grey = Pictures.grey(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(levels(ImageOperation.SHEAR_X.apply(grey, 1)))
                .containsExactly(1, 2, 3, 128, 4, 5, 128, 128, 7);
        assertThat(levels(ImageOperation.SHEAR_Y.apply(grey, 1)))
                .containsExactly(1, 128, 128, 4, 2, 128, 7, 5, 3);
    }

    @Test
    void contentTurnsCounterClockwiseAboutHalfTheSides() {
        // About (1, 1) of 2 × 2 pixels: what is at (1, 0), above the centre, goes to (0, 1).
        Frames grey = Pictures.grey(2, 2, 1, 2, 3, 4);
        assertThat(Pictures.level(ImageOperation.ROTATE.apply(grey, 90), 1, 0)).isEqualTo(2);
        assertThat(Pictures.level(ImageOperation.ROTATE.apply(grey, 90), 1, 1)).isEqualTo(4);
    }

    @Test
    void halfAPixelIsTheMeanOfTwo() {
        Frames grey = Pictures.grey(1, 3, 10, 20, 40);
        assertThat(levels(ImageOperation.TRANSLATE_X.apply(grey, 0.5)))
                .containsExactly(15, 30, (40 + 128) / 2);
    }

    @Test
    void aFlipMirrorsLeftAndRight() {
        assertThat(levels(ImageOperation.HORIZONTAL_FLIP.apply(Pictures.grey(2, 2, 1, 2, 3, 4), 0)))
                .containsExactly(2, 1, 4, 3);
    }

    @ParameterizedTest
    @EnumSource(ImageOperation.class)
    void everyPictureIsChangedLikeTheFirst(ImageOperation operation) {
        Frames changed =
                operation.apply(
                        Pictures.still(NOISE, 3), operation.effectiveArgument(7, false, 30));
        Frames first = changed.select(new int[] {0});
        assertThat(changed.select(new int[] {2})).isEqualTo(first);
        assertThat(first)
                .isEqualTo(operation.apply(NOISE, operation.effectiveArgument(7, false, 30)));
    }

    @ParameterizedTest
    @EnumSource(ImageOperation.class)
    void aNeutralStrengthChangesNothing(ImageOperation operation) {
        for (double argument : new double[] {0, 1}) {
            if (operation.isNeutral(argument) && operation != ImageOperation.CONTRAST) {
                assertThat(operation.apply(NOISE, argument)).isEqualTo(NOISE);
            }
        }
    }

    private static int[] levels(Frames frames) {
        byte[] rgb = frames.rgb();
        return IntStream.range(0, rgb.length / 3).map(i -> rgb[3 * i] & 0xff).toArray();
    }
}
