package io.github.alprolab.alpro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which pairs each batch of a training shows. */
class BatchOrderTest {
    private static final List<Pair> MANY = ColourClips.of(37, 0, 0).pairs(Split.TRAIN);
    private static final List<Pair> FEW = ColourClips.of(0, 11, 0).pairs(Split.VALIDATION);

    private static List<MixedPart> two(double share) {
        return List.of(part(MANY, 1 - share), part(FEW, share));
    }

    private static MixedPart part(List<Pair> pairs, double share) {
        return new MixedPart("some", pairs, List.of(), share);
    }

    private static List<Draw> draws(
            List<MixedPart> parts, long seed, int batch, int accumulate, int first, int count) {
        BatchOrder order = new BatchOrder(parts, new RandomStreams(seed), batch, accumulate, first);
        return IntStream.range(0, count).mapToObj(i -> order.next()).toList();
    }

    @Property(tries = 20)
    void dataSetsTakeTurnsByTheirShares(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 0.9) double share) {
        List<Draw> all = draws(two(share), seed, 4, 1, 1, 2000);
        double few = all.stream().filter(d -> d.others() == FEW || FEW.equals(d.others())).count();

        // Five standard deviations.
        assertThat(few / 2000).isBetween(share - 0.06, share + 0.06);
    }

    @Property(tries = 60)
    void anUpdateIsOfOneDataSetAndAPassShowsEachPairOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int batch,
            @ForAll @IntRange(min = 1, max = 2) int accumulate) {
        List<Draw> all = draws(two(0.5), seed, batch, accumulate, 1, 120 * accumulate);
        for (int i = 0; i < all.size(); i++) {
            Draw draw = all.get(i);
            assertThat(draw.number()).isEqualTo(i + 1);
            assertThat(draw.pairs()).hasSize(batch);
            assertThat(draw.others()).containsAll(draw.pairs());
            assertThat(draw.others()).isEqualTo(all.get(i / accumulate * accumulate).others());
        }
        for (List<Pair> data : List.of(MANY, FEW)) {
            List<Draw> its = all.stream().filter(d -> d.others().equals(data)).toList();
            int perPass = data.size() / (batch * accumulate) * accumulate;
            for (int start = 0; start + perPass <= its.size(); start += perPass) {
                List<Pair> seen = new ArrayList<>();
                for (Draw draw : its.subList(start, start + perPass)) {
                    assertThat(draw.epoch()).isEqualTo(start / perPass);
                    seen.addAll(draw.pairs());
                }
                assertThat(new HashSet<>(seen)).hasSize(seen.size());
            }
        }
    }

    @Property(tries = 60)
    void anOrderMayBeginAtAnyUpdate(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int first,
            @ForAll @IntRange(min = 1, max = 2) int accumulate) {
        List<Draw> straight = draws(two(0.3), seed, 4, accumulate, 1, 60 * accumulate);
        int before = (first - 1) * accumulate;

        assertThat(draws(two(0.3), seed, 4, accumulate, first, 10))
                .isEqualTo(straight.subList(before, before + 10));
    }

    @Test
    void aDataSetThatIsTooSmallForAnUpdateIsRefused() {
        assertThatThrownBy(() -> draws(two(0.5), 1, 8, 2, 1, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are 11 training pairs");
        assertThatThrownBy(() -> part(FEW, 0)).hasMessageContaining("allowed is above 0");
    }
}
