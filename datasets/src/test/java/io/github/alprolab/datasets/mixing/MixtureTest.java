package io.github.alprolab.datasets.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final Mixture TWO = Mixture.of(8, 100, 40);

    @Test
    void each_data_set_is_drawn_equally_often_whatever_its_size() {
        assertThat(share(TWO, 1, 4000)).isBetween(0.46, 0.54);
        assertThat(share(Mixture.of(8, 100_000, 40), 1, 4000)).isBetween(0.46, 0.54);
    }

    @Test
    void weights_say_how_often() {
        assertThat(share(TWO.weights(3, 1), 1, 4000)).isBetween(0.22, 0.28);
        assertThat(share(TWO.bySize(), 0, 4000)).isBetween(0.68, 0.75);
        assertThat(share(Mixture.of(8, 50, 50, 50).weights(1, 2, 1), 1, 4000))
                .isBetween(0.46, 0.54);
    }

    @Test
    void a_draw_holds_for_all_micro_steps_of_an_update() {
        List<MixedStep> steps = take(TWO.accumulation(4), 0, 400);
        for (int i = 0; i < 400; i++) {
            assertThat(steps.get(i).source()).isEqualTo(steps.get(i / 4 * 4).source());
        }
        assertThat(steps).extracting(MixedStep::source).contains(0, 1);
    }

    @Property(tries = 100)
    void a_pass_shows_items_once_and_then_starts_again(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int batch,
            @ForAll boolean partial) {
        Mixture mixture = Mixture.of(batch, 37, 12).seed(seed);
        mixture = partial ? mixture.keepingPartial() : mixture;
        for (int source = 0; source < 2; source++) {
            int size = mixture.sizes().get(source);
            int perPass = mixture.batches(source);
            int wanted = source;
            List<MixedStep> steps =
                    take(mixture, 0, 40 * perPass + 100).stream()
                            .filter(step -> step.source() == wanted)
                            .limit(2L * perPass)
                            .toList();
            for (int epoch = 0; epoch < 2; epoch++) {
                List<Integer> seen =
                        steps.subList(epoch * perPass, (epoch + 1) * perPass).stream()
                                .flatMap(step -> step.items().stream())
                                .toList();
                assertThat(seen)
                        .doesNotHaveDuplicates()
                        .hasSize(partial ? size : size / batch * batch)
                        .allMatch(item -> item >= 0 && item < size);
            }
            assertThat(steps.get(0).epoch()).isZero();
            assertThat(steps.get(perPass).epoch()).isEqualTo(1);
        }
    }

    @Property(tries = 50)
    void a_training_may_go_on_at_any_step(
            @ForAll long seed, @ForAll @IntRange(max = 300) int first) {
        Mixture mixture = TWO.seed(seed).accumulation(3);
        assertThat(take(mixture, first, 20))
                .isEqualTo(take(mixture, 0, first + 20).subList(first, first + 20));
    }

    @Test
    void epochs_advance_and_in_the_published_mode_do_not() {
        assertThat(pass(TWO, 0)).isNotEqualTo(pass(TWO, 1));
        Mixture frozen = TWO.order(EpochOrder.FROZEN);
        assertThat(pass(frozen, 0)).isEqualTo(pass(frozen, 1)).isEqualTo(pass(TWO, 0));
        assertThat(pass(TWO.order(EpochOrder.SEQUENTIAL), 1))
                .isEqualTo(IntStream.range(0, 96).boxed().toList());
    }

    @Test
    void all_workers_draw_the_same_data_set_and_share_its_items() {
        List<MixedStep> one = take(TWO.shard(Shard.of(0, 2)), 0, 100);
        List<MixedStep> two = take(TWO.shard(Shard.of(1, 2)), 0, 100);
        for (int i = 0; i < 100; i++) {
            assertThat(one.get(i).source()).isEqualTo(two.get(i).source());
            Set<Integer> common = new HashSet<>(one.get(i).items());
            common.retainAll(two.get(i).items());
            assertThat(common).isEmpty();
        }
    }

    @Test
    void orders_are_the_same_on_every_machine() {
        assertThat(EpochOrder.ADVANCING.order(10, 42, 0))
                .containsExactly(0, 4, 1, 2, 7, 8, 9, 5, 3, 6);
        assertThat(take(TWO, 0, 12))
                .extracting(MixedStep::source)
                .containsExactly(1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 0);
    }

    @Test
    void refuses_what_cannot_be_mixed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mixture.of(8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mixture.of(8, 100, 7))
                .withMessageContaining("7 items");
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.weights(1));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.weights(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.weights(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.accumulation(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.shard(Shard.of(0, 10)));
        assertThatIllegalArgumentException().isThrownBy(() -> TWO.steps(-1));
    }

    private static List<MixedStep> take(Mixture mixture, int first, int count) {
        Iterator<MixedStep> steps = mixture.steps(first);
        List<MixedStep> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(steps.next());
        }
        return taken;
    }

    /** The items of the first data set in one of its epochs. */
    private static List<Integer> pass(Mixture mixture, int epoch) {
        return take(mixture, 0, 100).stream()
                .filter(step -> step.source() == 0 && step.epoch() == epoch)
                .flatMap(step -> step.items().stream())
                .toList();
    }

    private static double share(Mixture mixture, int source, int steps) {
        return take(mixture, 0, steps).stream().filter(s -> s.source() == source).count()
                / (double) steps;
    }
}
