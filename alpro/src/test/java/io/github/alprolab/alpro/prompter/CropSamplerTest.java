package io.github.alprolab.alpro.prompter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.alprolab.datasets.Frames;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CropSamplerTest {

    @Property
    void boxesLieOnTheLatticeInsideTheFrame(@ForAll long seed) {
        CropBox box = new CropSampler(64, 16, 0.3, 0.5).sample(new Random(seed));

        assertThat(box.top() + box.height()).isLessThanOrEqualTo(4);
        assertThat(box.left() + box.width()).isLessThanOrEqualTo(4);
        assertThat(box.patches()).isPositive();
    }

    /** The figures of docs/method.md section 3.5.1, from 200,000 draws of the published sampler. */
    @Test
    void publishedSizesGiveThePublishedStatistics() {
        CropSampler sampler = new CropSampler(224, 16, 0.3, 0.5);
        Random random = new Random(1);
        double patches = 0;
        double height = 0;
        double width = 0;
        int small = 0;
        int draws = 50_000;
        for (int i = 0; i < draws; i++) {
            CropBox box = sampler.sample(random);
            patches += box.patches();
            height += box.height();
            width += box.width();
            small += box.patches() < 0.3 * 196 ? 1 : 0;
        }

        assertThat(patches / draws).isCloseTo(65.6, within(0.5));
        assertThat(height / draws).isCloseTo(9.6, within(0.1));
        assertThat(width / draws).isCloseTo(7.3, within(0.1));
        assertThat((double) small / draws).isCloseTo(0.30, within(0.02));
    }

    @Test
    void cropPixelsKeepTheBoxInPlaceAndBlankTheRest() {
        byte[] pixels = new byte[2 * 4 * 4 * 3];
        Arrays.fill(pixels, (byte) 200);

        byte[] crop = CropPixels.of(Frames.of(2, 4, 4, pixels), new CropBox(1, 0, 1, 2), 2).rgb();

        for (int i = 0; i < crop.length; i++) {
            int row = i / 3 / 4 % 4;
            assertThat(crop[i]).isEqualTo(row >= 2 ? (byte) 200 : 0);
        }
    }

    /** It looked for ever. */
    @Test
    void areasThatHoldNoPatchAreRefused() {
        CropSampler sampler = new CropSampler(32, 16, 0.1, 0.2);

        assertThatThrownBy(() -> sampler.sample(new Random(1)))
                .hasMessageContaining("crops of 0.1 to 0.2 of a frame of 32 pixels are given")
                .hasMessageContaining("allowed are shares above 0.25");
    }
}
