package io.github.alprolab.alpro.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HardNegativesTest {

    @Property
    void neverDrawsTheOwnPairAndStaysInRange(
            @ForAll @IntRange(min = 2, max = 20) int pairs, @ForAll long seed) {
        HardNegatives drawn = HardNegatives.sample(random(pairs, seed), new Random(seed));

        for (int i = 0; i < pairs; i++) {
            assertThat(drawn.videoOfText()[i]).isBetween(0, pairs - 1).isNotEqualTo(i);
            assertThat(drawn.textOfVideo()[i]).isBetween(0, pairs - 1).isNotEqualTo(i);
        }
    }

    @Test
    void drawsInProportionToTheSoftmaxWithoutTheOwnPair() {
        float[][] similarity = {{9, 0, (float) Math.log(3)}, {0, 0, 0}, {0, 0, 0}};
        Random random = new Random(1);
        int second = 0;
        for (int i = 0; i < 20_000; i++) {
            second += HardNegatives.sample(similarity, random).textOfVideo()[0] == 2 ? 1 : 0;
        }

        assertThat(second / 20_000.0).isCloseTo(0.75, within(0.02));
    }

    @Test
    void takesColumnsForTextsAndRowsForVideos() {
        float[][] similarity = {{0, 5, 1}, {1, 0, 5}, {5, 1, 0}};

        HardNegatives hardest = HardNegatives.hardest(similarity);

        assertThat(hardest.textOfVideo()).containsExactly(1, 2, 0);
        assertThat(hardest.videoOfText()).containsExactly(2, 0, 1);
    }

    @Test
    void refusesASinglePair() {
        assertThatThrownBy(() -> HardNegatives.hardest(new float[1][1]))
                .hasMessageContaining("batch of 1")
                .hasMessageContaining("at least 2");
    }

    private static float[][] random(int pairs, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[pairs][pairs];
        for (float[] row : values) {
            for (int i = 0; i < pairs; i++) {
                row[i] = (float) (random.nextGaussian() * 20);
            }
        }
        return values;
    }
}
