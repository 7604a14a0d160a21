package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One experiment with every combination of some settings, each with several seeds. A value: each
 * edit returns a copy. Each combination is an experiment of its own: finished ones are loaded,
 * interrupted ones go on.
 *
 * <pre>{@code
 * Sweep.of(pretraining)
 *         .over("learning rate", List.of(3e-4, 1e-3, 3e-3),
 *                 (e, rate) -> e.trainer(t -> t.learningRate(rate)))
 *         .seeds(1, 2, 3).run().table()
 * }</pre>
 *
 * @param <E> the kind of experiment
 */
public final class Sweep<E extends Experiment> implements Shown {
    private final E start;
    private final List<String> axes;
    private final List<PlannedRun<E>> combinations;
    private final long[] seeds;

    private Sweep(E start, List<String> axes, List<PlannedRun<E>> combinations, long[] seeds) {
        this.start = start;
        this.axes = axes;
        this.combinations = combinations;
        this.seeds = seeds;
    }

    /** Of one experiment, which is all there is until an axis is added. */
    public static <E extends Experiment> Sweep<E> of(E experiment) {
        Objects.requireNonNull(experiment, "experiment");
        PlannedRun<E> plain = new PlannedRun<>(List.of(), "", OptionalLong.empty(), experiment);
        return new Sweep<>(experiment, List.of(), List.of(plain), new long[0]);
    }

    /**
     * With every combination so far run with each of some values.
     *
     * @param axis what is varied, in words, such as “learning rate”
     * @param values at least one
     * @param edit the experiment with a value
     * @throws AdviceException for an axis without values, or one that is there already
     */
    public <V> Sweep<E> over(String axis, List<V> values, BiFunction<E, V, E> edit) {
        if (values.isEmpty() || axis.isBlank() || axes.contains(axis)) {
            throw new AdviceException(
                    "C39",
                    "over(\"%s\", %s) is given; an axis has a name of its own and at least one value."
                            .formatted(axis, values),
                    ".over(\"batch\", List.of(16, 32), (e, b) -> e.trainer(t -> t.batch(b)))");
        }
        List<PlannedRun<E>> all = new ArrayList<>();
        for (PlannedRun<E> before : combinations) {
            values.forEach(value -> all.add(with(before, axis, value, edit)));
        }
        return new Sweep<>(start, added(axes, axis), List.copyOf(all), seeds);
    }

    private static <E extends Experiment, V> PlannedRun<E> with(
            PlannedRun<E> before, String axis, V value, BiFunction<E, V, E> edit) {
        String words = axis + " " + value;
        return new PlannedRun<>(
                added(before.values(), String.valueOf(value)),
                before.label().isEmpty() ? words : before.label() + " · " + words,
                OptionalLong.empty(),
                edit.apply(before.experiment(), value));
    }

    private static List<String> added(List<String> all, String one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    /**
     * With every combination run once for each seed, in place of the experiment's own.
     *
     * @param roots at least one, no two alike
     * @throws AdviceException for a measurement that trains nothing, and so has no seed
     */
    public Sweep<E> seeds(long... roots) {
        requireSeeds(start, roots);
        return new Sweep<>(start, axes, combinations, roots.clone());
    }

    static void requireSeeds(Experiment experiment, long... roots) {
        ((Trained<?>) experiment).trainer(t -> t); // refused where nothing is trained
        if (roots.length == 0 || Arrays.stream(roots).distinct().count() < roots.length) {
            throw new AdviceException(
                    "C39",
                    "seeds(%s) is given; allowed are one or more, no two alike."
                            .formatted(Arrays.toString(roots)),
                    ".seeds(1, 2, 3)");
        }
    }

    /** Each combination with each seed; as it is where no seeds are asked for. */
    static <E extends Experiment> List<PlannedRun<E>> seeded(
            List<PlannedRun<E>> combinations, long[] seeds) {
        if (seeds.length == 0) {
            return combinations;
        }
        List<PlannedRun<E>> all = new ArrayList<>();
        for (PlannedRun<E> run : combinations) {
            Arrays.stream(seeds).forEach(seed -> all.add(seeded(run, seed)));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // what trains gives its own kind back
    private static <E extends Experiment> PlannedRun<E> seeded(PlannedRun<E> run, long seed) {
        Trained<E> trained = (Trained<E>) run.experiment();
        return new PlannedRun<>(
                run.values(),
                run.label(),
                OptionalLong.of(seed),
                trained.trainer(t -> t.seed(seed)));
    }

    /** What exists already, what is to run, and what that costs; nothing is run. */
    public Report check() {
        return plan().check();
    }

    /**
     * Runs what is missing, one after another. Stopped or killed in the middle, the next call goes
     * on where it was.
     *
     * @throws AdviceException when the check finds faults
     */
    public Swept run() {
        Plan<E> plan = plan();
        return new Swept(title(), axes, plan.run(), plan.runs().size());
    }

    private Plan<E> plan() {
        return new Plan<>(title(), seeded(combinations, seeds), Optional.empty());
    }

    private String title() {
        return "“%s” over %s"
                .formatted(start.name(), axes.isEmpty() ? "seeds" : String.join(", ", axes));
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public String toString() {
        return check().toString();
    }
}
