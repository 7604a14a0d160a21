package io.github.alprolab.datasets.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShardTest {
    @Property(tries = 300)
    void without_padding_every_item_is_in_one_part(
            @ForAll @IntRange(max = 300) int items,
            @ForAll @IntRange(min = 1, max = 9) int world,
            @ForAll long seed) {
        int[] order = EpochOrder.ADVANCING.order(items, seed, 0);
        List<int[]> parts = parts(order, world, false);
        assertThat(parts.stream().flatMapToInt(Arrays::stream).boxed())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, items).boxed().toList());
        assertThat(parts).allMatch(part -> part.length - items / world <= 1);
    }

    @Property(tries = 300)
    void with_padding_all_parts_are_equally_long_and_repeat_the_first_items(
            @ForAll @IntRange(min = 1, max = 300) int items,
            @ForAll @IntRange(min = 1, max = 9) int world,
            @ForAll long seed) {
        int[] order = EpochOrder.ADVANCING.order(items, seed, 0);
        List<int[]> parts = parts(order, world, true);
        int length = (items + world - 1) / world;
        for (int rank = 0; rank < world; rank++) {
            for (int i = 0; i < length; i++) {
                assertThat(parts.get(rank)[i]).isEqualTo(order[(i * world + rank) % items]);
            }
        }
        assertThat(parts).allMatch(part -> part.length == length);
    }

    @Test
    void refuses_ranks_that_are_not_there() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shard.of(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Shard.of(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Shard.of(0, 0));
    }

    private static List<int[]> parts(int[] order, int world, boolean padded) {
        return IntStream.range(0, world)
                .mapToObj(rank -> new Shard(rank, world, padded).of(order))
                .toList();
    }
}
