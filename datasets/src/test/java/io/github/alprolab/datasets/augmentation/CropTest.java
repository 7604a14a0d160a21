package io.github.alprolab.datasets.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alprolab.datasets.Frames;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CropTest {
    @Test
    void aCropIsThatPartOfEveryPicture() {
        Frames frames = Pictures.noise(2, 5, 7, 9);
        Frames part = new Crop(1, 2, 3, 4).of(frames);
        assertThat(part.count()).isEqualTo(2);
        for (int t = 0; t < 2; t++) {
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 4; x++) {
                    assertThat(part.image(t).getRGB(x, y))
                            .isEqualTo(frames.image(t).getRGB(x + 2, y + 1));
                }
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(3, 0, 3, 3).of(frames));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(-1, 0, 3, 3));
    }

    @Test
    void randomCropsStartAnywhereBothEdgesIncluded() {
        Frames grey = Pictures.grey(1, 6, 0, 1, 2, 3, 4, 5);
        Frames square = Resize.bilinear(6).of(grey);
        Set<Integer> starts = new TreeSet<>();
        for (int seed = 0; seed < 200; seed++) {
            Frames part = new RandomCrop(4).apply(square, new Random(seed));
            assertThat(part.width()).isEqualTo(4);
            starts.add(Pictures.level(part, 0, 0));
        }
        assertThat(starts).containsExactly(0, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomCrop(7).apply(square, new Random(0)))
                .withMessageContaining("decode at 7");
    }

    @Property(tries = 500)
    void resizedCropsKeepToTheirAreaAndShape(
            @ForAll long seed,
            @ForAll @IntRange(min = 30, max = 300) int height,
            @ForAll @IntRange(min = 30, max = 300) int width) {
        RandomResizedCrop published = RandomResizedCrop.published(224);
        Crop crop = published.draw(height, width, new Random(seed));
        assertThat(crop.top() + crop.height()).isLessThanOrEqualTo(height);
        assertThat(crop.left() + crop.width()).isLessThanOrEqualTo(width);
        double shape = (double) crop.width() / crop.height();
        assertThat(shape).isBetween(0.75 * 0.95, 4.0 / 3 * 1.05);
    }

    @Test
    void aPictureInWhichNoDrawFitsGivesItsMiddle() {
        Crop crop = RandomResizedCrop.published(8).draw(10, 400, new Random(1));
        assertThat(crop).isEqualTo(new Crop(0, 193, 10, 13));
        Crop upright = RandomResizedCrop.published(8).draw(400, 10, new Random(1));
        assertThat(upright).isEqualTo(new Crop(193, 0, 13, 10));
    }

    @Test
    void aFlipHappensInItsShareOfDraws() {
        Frames grey = Pictures.grey(1, 2, 1, 2);
        Random random = new Random(1);
        long flipped =
                IntStream.range(0, 1000)
                        .filter(i -> !new RandomFlip(0.5).apply(grey, random).equals(grey))
                        .count();
        assertThat(flipped).isBetween(400L, 600L);
        assertThat(new RandomFlip(0).apply(grey, new Random(1))).isEqualTo(grey);
        assertThat(new RandomFlip(1).apply(grey, new Random(1))).isNotEqualTo(grey);
    }
}
