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
    void everyRuleGivesAsManyAsWantedAscendingAndInRange(
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
    void noRuleRepeatsAPictureOfAClipThatIsLongEnough(
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
    void uniformGivesEveryPictureOfAShortClipItsFairShare(
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
    void publishedUniformIsTheFormulaOfThePublishedCode(
            @ForAll @IntRange(min = 1, max = 4000) int frames,
            @ForAll @IntRange(min = 1, max = 64) int wanted) {
        int[] chosen = FrameSampling.publishedUniform().indices(frames, wanted, NO_CHANCE);
        for (int i = 0; i < wanted; i++) {
            assertThat(chosen[i]).isEqualTo(i * Math.floorDiv(frames, wanted));
        }
    }

    @Property
    void uniformIsNowhereFurtherThanHalfAStretchFromItsMiddle(
            @ForAll @IntRange(min = 1, max = 4000) int frames,
            @ForAll @IntRange(min = 1, max = 64) int wanted) {
        int[] chosen = FrameSampling.uniform().indices(frames, wanted, NO_CHANCE);
        for (int i = 0; i < wanted; i++) {
            double middle = (i + 0.5) * frames / wanted;
            assertThat(chosen[i] + 0.5).isCloseTo(middle, offset(0.5 + 1e-9));
        }
    }

    @Property
    void everyKthGoesInStepsOfKAndStaysAtTheEnd(
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
    void middleLeavesAsManyPicturesBeforeAsBehind(
            @ForAll @IntRange(min = 1, max = 64) int wanted,
            @ForAll @IntRange(min = 0, max = 1000) int more) {
        int[] chosen = FrameSampling.middle().indices(wanted + more, wanted, NO_CHANCE);
        int behind = wanted + more - 1 - chosen[wanted - 1];
        assertThat(behind - chosen[0]).isBetween(0, 1);
        assertThat(chosen[wanted - 1] - chosen[0]).isEqualTo(wanted - 1);
    }

    @Property
    void headTailTakesHalfOfThePicturesFromEachHalf(
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
    void publishedUniformStaysInRangeForEveryLengthUpTo4000(int wanted) {
        for (int frames = 1; frames <= 4000; frames++) {
            int[] chosen = FrameSampling.publishedUniform().indices(frames, wanted, NO_CHANCE);
            assertThat(chosen.length).isEqualTo(wanted);
            assertThat(chosen[wanted - 1]).isLessThan(frames);
        }
    }

    @Test
    void aStepBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameSampling.everyKth(0))
                .withMessageContaining("got 0");
    }

    @Test
    void publishedUniformReusesTheWholeNumberStride() {
        FrameSampling rule = FrameSampling.publishedUniform();
        assertThat(rule.indices(300, 8, new Random(0)))
                .containsExactly(0, 37, 74, 111, 148, 185, 222, 259);
        assertThat(rule.indices(10, 8, new Random(0))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(rule.indices(5, 8, new Random(0))).containsOnly(0).hasSize(8);
    }

    @Test
    void uniformTakesTheMiddlesOfEqualStretches() {
        FrameSampling rule = FrameSampling.uniform();
        assertThat(rule.indices(8, 4, new Random(0))).containsExactly(1, 3, 5, 7);
        assertThat(rule.indices(2, 4, new Random(0))).containsExactly(0, 0, 1, 1);
    }

    @Test
    void randomReachesEveryPictureAboutEquallyOften() {
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
    void sameChanceGivesTheSamePictures() {
        FrameSampling rule = FrameSampling.random();
        assertThat(rule.indices(40, 4, new Random(3)))
                .isEqualTo(rule.indices(40, 4, new Random(3)));
    }

    @Test
    void nothingToSampleIsAnError() {
        all().forEach(
                        rule ->
                                assertThatIllegalArgumentException()
                                        .isThrownBy(() -> rule.indices(0, 4, new Random(0)))
                                        .withMessageContaining("got 0 and 4"));
    }

    @Test
    void rulesHaveNamesForTheRecord() {
        assertThat(all().map(FrameSampling::name))
                .containsExactly(
                        "uniform", "published-uniform", "random", "head-tail", "every-1", "middle");
        FrameSampling own = (frames, wanted, random) -> new int[wanted];
        assertThat(own.isNamed()).isFalse();
        assertThat(FrameSampling.named("first", own).isNamed()).isTrue();
    }

    @Test
    void rulesOfOneNameThatGiveOtherPicturesAreTwoRules() {
        FrameSampling first = FrameSampling.named("mine", (n, wanted, random) -> new int[wanted]);
        FrameSampling same = FrameSampling.named("mine", (n, t, random) -> new int[t]);
        FrameSampling last = FrameSampling.named("mine", FrameSamplingTest::last);

        assertThat(first.name()).startsWith("mine-").hasSize(13).isEqualTo(same.name());
        assertThat(first).isEqualTo(same).hasToString("FrameSampling.named(\"mine\", mine)");
        assertThat(last.name()).startsWith("mine-").isNotEqualTo(first.name());
        assertThat(last).isNotEqualTo(first);
    }

    @Test
    void aRuleThatGivesTooFewOrWrongPositionsIsRefusedWhereItIsNamed() {
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
