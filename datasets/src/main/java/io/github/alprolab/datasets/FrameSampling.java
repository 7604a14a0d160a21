package io.github.alprolab.datasets;

import java.util.random.RandomGenerator;
import javax.lang.model.SourceVersion;

/**
 * Chooses which pictures of a clip are looked at. Every rule gives exactly as many positions as
 * wanted, ascending and in range, also for clips with fewer pictures than wanted.
 */
@FunctionalInterface
public interface FrameSampling {
    /**
     * @param frameCount pictures the clip has, at least 1
     * @param wanted positions to give, at least 1
     * @param random the source of chance; rules without chance draw nothing from it
     * @return {@code wanted} positions {@code 0..frameCount-1}, ascending
     */
    int[] indices(int frameCount, int wanted, RandomGenerator random);

    /** What run records call the rule; a rule without a name can be tried but not recorded. */
    default String name() {
        return "unnamed";
    }

    /** Whether the rule has a name that tells it from every other rule. */
    default boolean isNamed() {
        return this instanceof NamedSampling;
    }

    /**
     * A rule of your own. A run's record and hash hold the name with eight digits of what the rule
     * gives for a fixed set of probes, so that two rules under one name are two rules. The code of
     * a run reads {@code FrameSampling.named("thirds", thirds)}: keep the rule in a variable of
     * that name.
     *
     * <pre>{@code
     * FrameSampling thirds = (frames, wanted, random) -> …;
     * pairs.sampling(FrameSampling.named("thirds", thirds))
     * }</pre>
     *
     * @param name a Java name
     * @param rule whose answers depend on its arguments alone
     * @throws IllegalArgumentException for another name, or a rule that does not give as many
     *     positions as wanted, ascending and in range
     */
    static FrameSampling named(String name, FrameSampling rule) {
        if (!SourceVersion.isName(name) || name.contains(".")) {
            throw new IllegalArgumentException(
                    "“%s” is given as the name of a sampling; allowed is a Java name such as thirds"
                            .formatted(name));
        }
        String code = "FrameSampling.named(\"%s\", %s)".formatted(name, name);
        String print = SamplingPrint.of(new NamedSampling(name, code, rule));
        return new NamedSampling(name + "-" + print, code, rule);
    }

    /**
     * The middles of {@code wanted} equal stretches: {@code ⌊(2i+1)·frameCount / (2·wanted)⌋}. A
     * short clip is spread evenly, its pictures repeated.
     */
    static FrameSampling uniform() {
        return new NamedSampling(
                "uniform",
                "FrameSampling.uniform()",
                (n, t, random) -> SamplingRules.spread(0, n, t));
    }

    /**
     * The rule of the published code: {@code i·⌊frameCount / wanted⌋}. Never reaches the end of a
     * clip whose length is not a multiple, and repeats picture 0 of a clip shorter than wanted.
     */
    static FrameSampling publishedUniform() {
        return new NamedSampling(
                "published-uniform",
                "FrameSampling.publishedUniform()",
                (n, t, random) -> SamplingRules.step(n, t));
    }

    /** Distinct positions drawn uniformly; a clip shorter than wanted is spread evenly. */
    static FrameSampling random() {
        return new NamedSampling(
                "random",
                "FrameSampling.random()",
                (n, t, random) -> SamplingRules.distinct(0, n, t, random));
    }

    /**
     * Half of the positions drawn from the first half of the clip, the others from the second (one
     * more when {@code wanted} is odd); a half shorter than its share is spread evenly.
     */
    static FrameSampling headTail() {
        return new NamedSampling("head-tail", "FrameSampling.headTail()", SamplingRules::headTail);
    }

    /**
     * Every k-th picture from the first on: {@code min(i·k, frameCount - 1)}. Once the clip has
     * ended its last picture is repeated.
     *
     * @param k at least 1
     */
    static FrameSampling everyKth(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("every k-th picture needs a k >= 1, got " + k);
        }
        return new NamedSampling(
                "every-" + k,
                "FrameSampling.everyKth(" + k + ")",
                (n, t, random) -> SamplingRules.every(k, n, t));
    }

    /**
     * The consecutive pictures around the middle of the clip, from {@code ⌊(frameCount - wanted) /
     * 2⌋} on; a clip shorter than wanted is spread evenly.
     */
    static FrameSampling middle() {
        return new NamedSampling(
                "middle", "FrameSampling.middle()", (n, t, random) -> SamplingRules.middle(n, t));
    }
}
