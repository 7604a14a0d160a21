package io.github.alprolab.alpro.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Resizing of positions by the nearest (docs/method.md sections 2.5 and 2.6). */
class PositionResizeTest {
    private final StoredTensor places =
            StoredTensor.of("x.pos_embed", new long[] {1, 5, 1}, new float[] {9, 1, 2, 3, 4});

    @Test
    void timesAreRepeated() {
        StoredTensor times =
                StoredTensor.of("x.time_embed", new long[] {1, 2, 1}, new float[] {5, 6});
        assertThat(fit(times, PositionRule.GRID, 1, 4, 1).values()).containsExactly(5, 5, 6, 6);
    }

    @Test
    void placesAreResizedAsAGridByDefault() {
        assertThat(fit(places, PositionRule.GRID, 1, 17, 1).values())
                .containsExactly(9, 1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
    }

    @Test
    void placesAreResizedAsAListWhereTheReferenceIsFollowed() {
        float[] count = new float[197];
        for (int i = 0; i < count.length; i++) {
            count[i] = i - 1;
        }
        StoredTensor map = StoredTensor.of("pos_embed", new long[] {1, 197, 1}, count);
        float[] list = fit(map, PositionRule.REFERENCE_COMPATIBLE_LIST, 1, 145, 1).values();
        assertThat(Arrays.copyOf(list, 8)).containsExactly(-1, 0, 1, 2, 4, 5, 6, 8);
    }

    @Test
    void whatIsNoPositionOrNoGridStaysAsItIs() {
        StoredTensor other = StoredTensor.of("x.weight", new long[] {1, 2, 1}, new float[] {5, 6});
        assertThat(fit(other, PositionRule.GRID, 1, 4, 1)).isSameAs(other);
        assertThat(fit(places, PositionRule.GRID, 1, 4, 1)).isSameAs(places);
        assertThat(fit(places, PositionRule.GRID, 1, 17, 2)).isSameAs(places);
        assertThat(fit(places, PositionRule.GRID, 1, 5, 1)).isSameAs(places);
    }

    private static StoredTensor fit(StoredTensor tensor, PositionRule rule, long... wanted) {
        return PositionResize.fit(tensor, wanted, rule);
    }
}
