package io.github.alprolab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSamplingTest {
    /** For rules that draw nothing. */
    private static final RandomGenerator NO_CHANCE = new Random(0);

    private static Stream<FrameSampling> all() {
        return Stream.of(
                FrameSampling.uniform(),
                FrameSampling.publishedUniform(),
                FrameSampling.random(),
                FrameSampling.headTail(),
                FrameSampling.everyKth(1),
                FrameSampling.middle());
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
    void published_uniform_is_the_formula_of_the_published_code(
            @ForAll @IntRange(min = 1, max = 4000) int frames,
            @ForAll @IntRange(min = 1, max = 64) int wanted) {
        int[] chosen = FrameSampling.publishedUniform().indices(frames, wanted, NO_CHANCE);
        for (int i = 0; i < wanted; i++) {
            assertThat(chosen[i]).isEqualTo(i * Math.floorDiv(frames, wanted));
        }
    }

    @Property
    void uniform_is_nowhere_further_than_half_a_stretch_from_its_middle(
            @ForAll @IntRange(min = 1, max = 4000) int frames,
            @ForAll @IntRange(min = 1, max = 64) int wanted) {
        int[] chosen = FrameSampling.uniform().indices(frames, wanted, NO_CHANCE);
        for (int i = 0; i < wanted; i++) {
            double middle = (i + 0.5) * frames / wanted;
            assertThat(chosen[i] + 0.5).isCloseTo(middle, offset(0.5 + 1e-9));
        }
    }

    @Property
    void every_kth_goes_in_steps_of_k_and_stays_at_the_end(
            @ForAll @IntRange(min = 1, max = 100) int k,
            @ForAll @IntRange(min = 1, max = 1000) int frames,
            @ForAll @IntRange(min = 1, max = 64) int wanted) {
        int[] chosen = FrameSampling.everyKth(k).indices(frames, wanted, NO_CHANCE);
        for (int i = 0; i < wanted; i++) {
            int reached = i * k;
            assertThat(chosen[i]).isEqualTo(reached < frames ? reached : frames - 1);
        }
    }

    @Property
    void middle_leaves_as_many_pictures_before_as_behind(
            @ForAll @IntRange(min = 1, max = 64) int wanted,
            @ForAll @IntRange(min = 0, max = 1000) int more) {
        int[] chosen = FrameSampling.middle().indices(wanted + more, wanted, NO_CHANCE);
        int behind = wanted + more - 1 - chosen[wanted - 1];
        assertThat(behind - chosen[0]).isBetween(0, 1);
        assertThat(chosen[wanted - 1] - chosen[0]).isEqualTo(wanted - 1);
    }

    @Property
    void head_tail_takes_half_of_the_pictures_from_each_half(
            @ForAll @IntRange(min = 1, max = 32) int share,
            @ForAll @IntRange(min = 0, max = 1000) int more,
            @ForAll long seed) {
        int frames = 2 * share + more;
        int[] chosen = FrameSampling.headTail().indices(frames, 2 * share, new Random(seed));
        assertThat(chosen[share - 1]).isLessThan(frames / 2);
        assertThat(chosen[share]).isGreaterThanOrEqualTo(frames / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void published_uniform_stays_in_range_for_every_length_up_to_4000(int wanted) {
        for (int frames = 1; frames <= 4000; frames++) {
            int[] chosen = FrameSampling.publishedUniform().indices(frames, wanted, NO_CHANCE);
            assertThat(chosen.length).isEqualTo(wanted);
            assertThat(chosen[wanted - 1]).isLessThan(frames);
        }
    }

    @Test
    void a_step_below_one_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameSampling.everyKth(0))
                .withMessageContaining("got 0");
    }

    @Test
    void published_uniform_reuses_the_whole_number_stride() {
        FrameSampling rule = FrameSampling.publishedUniform();
        assertThat(rule.indices(300, 8, new Random(0)))
                .containsExactly(0, 37, 74, 111, 148, 185, 222, 259);
        assertThat(rule.indices(10, 8, new Random(0))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(rule.indices(5, 8, new Random(0))).containsOnly(0).hasSize(8);
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
                .containsExactly(
                        "uniform", "published-uniform", "random", "head-tail", "every-1", "middle");
        FrameSampling own = (frames, wanted, random) -> new int[wanted];
        assertThat(own.isNamed()).isFalse();
        assertThat(FrameSampling.named("first", own).isNamed()).isTrue();
    }

    @Test
    void rules_of_one_name_that_give_other_pictures_are_two_rules() {
        FrameSampling first = FrameSampling.named("mine", (n, wanted, random) -> new int[wanted]);
        FrameSampling same = FrameSampling.named("mine", (n, t, random) -> new int[t]);
        FrameSampling last = FrameSampling.named("mine", FrameSamplingTest::last);

        assertThat(first.name()).startsWith("mine-").hasSize(13).isEqualTo(same.name());
        assertThat(first).isEqualTo(same).hasToString("FrameSampling.named(\"mine\", mine)");
        assertThat(last.name()).startsWith("mine-").isNotEqualTo(first.name());
        assertThat(last).isNotEqualTo(first);
    }

    @Test
    void a_rule_that_gives_too_few_or_wrong_positions_is_refused_where_it_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameSampling.named("one", (n, t, random) -> new int[1]))
                .withMessageContaining("gives [0] of 1 frames where 2 are wanted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameSampling.named("a b", FrameSamplingTest::last))
                .withMessageContaining("“a b”");
    }

    private static int[] last(int frames, int wanted, RandomGenerator random) {
        int[] all = new int[wanted];
        Arrays.fill(all, frames - 1);
        return all;
    }
}
