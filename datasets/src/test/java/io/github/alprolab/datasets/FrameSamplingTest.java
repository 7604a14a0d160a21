package io.github.alprolab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameSamplingTest {
    private static Stream<FrameSampling> all() {
        return Stream.of(
                FrameSampling.uniform(),
                FrameSampling.publishedUniform(),
                FrameSampling.random(),
                FrameSampling.headTail());
    }

    @Property
    void every_rule_gives_as_many_as_wanted_ascending_and_in_range(
            @ForAll @IntRange(min = 1, max = 5000) int frames,
            @ForAll @IntRange(min = 1, max = 64) int wanted,
            @ForAll long seed) {
        all().forEach(
                        rule -> {
                            int[] chosen = rule.indices(frames, wanted, new Random(seed));
                            assertThat(chosen).as(rule.name()).hasSize(wanted).isSorted();
                            assertThat(chosen[0]).isNotNegative();
                            assertThat(chosen[wanted - 1]).isLessThan(frames);
                        });
    }

    @Property
    void no_rule_repeats_a_picture_of_a_clip_that_is_long_enough(
            @ForAll @IntRange(min = 1, max = 32) int wanted,
            @ForAll @IntRange(min = 0, max = 300) int more,
            @ForAll long seed) {
        // Head and tail have enough each only from an even split on.
        int frames = wanted + 1 + more;
        all().forEach(
                        rule ->
                                assertThat(rule.indices(frames, wanted, new Random(seed)))
                                        .as(rule.name())
                                        .doesNotHaveDuplicates());
    }

    @Property
    void uniform_gives_every_picture_of_a_short_clip_its_fair_share(
            @ForAll @IntRange(min = 1, max = 32) int frames,
            @ForAll @IntRange(min = 1, max = 64) int wanted) {
        int[] uses = new int[frames];
        for (int index : FrameSampling.uniform().indices(frames, wanted, new Random(0))) {
            uses[index]++;
        }
        int least = Arrays.stream(uses).min().orElseThrow();
        int most = Arrays.stream(uses).max().orElseThrow();
        assertThat(most - least).isLessThanOrEqualTo(1);
    }

    @Property
    void head_tail_looks_at_both_halves(
            @ForAll @IntRange(min = 8, max = 500) int frames, @ForAll long seed) {
        int[] chosen = FrameSampling.headTail().indices(frames, 4, new Random(seed));
        assertThat(chosen[1]).isLessThan(frames / 2);
        assertThat(chosen[2]).isGreaterThanOrEqualTo(frames / 2);
    }

    @Test
    void published_uniform_reuses_the_whole_number_stride() {
        FrameSampling rule = FrameSampling.publishedUniform();
        assertThat(rule.indices(300, 8, new Random(0)))
                .containsExactly(0, 37, 74, 111, 148, 185, 222, 259);
        assertThat(rule.indices(3, 4, new Random(0))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void uniform_takes_the_middles_of_equal_stretches() {
        FrameSampling rule = FrameSampling.uniform();
        assertThat(rule.indices(8, 4, new Random(0))).containsExactly(1, 3, 5, 7);
        assertThat(rule.indices(2, 4, new Random(0))).containsExactly(0, 0, 1, 1);
    }

    @Test
    void random_reaches_every_picture_about_equally_often() {
        int[] uses = new int[10];
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            for (int index : FrameSampling.random().indices(10, 3, random)) {
                uses[index]++;
            }
        }
        assertThat(Arrays.stream(uses).boxed())
                .allSatisfy(n -> assertThat(n).isBetween(2800, 3200));
    }

    @Test
    void same_chance_gives_the_same_pictures() {
        FrameSampling rule = FrameSampling.random();
        assertThat(rule.indices(40, 4, new Random(3)))
                .isEqualTo(rule.indices(40, 4, new Random(3)));
    }

    @Test
    void nothing_to_sample_is_an_error() {
        all().forEach(
                        rule ->
                                assertThatIllegalArgumentException()
                                        .isThrownBy(() -> rule.indices(0, 4, new Random(0)))
                                        .withMessageContaining("got 0 and 4"));
    }

    @Test
    void rules_have_names_for_the_record() {
        assertThat(all().map(FrameSampling::name))
                .containsExactly("uniform", "published-uniform", "random", "head-tail");
        FrameSampling own = (frames, wanted, random) -> new int[wanted];
        assertThat(own.name()).isEqualTo("custom");
    }
}
