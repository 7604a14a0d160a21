package io.github.alprolab.kernel.violation;

import io.github.alprolab.dsl.Pairs;

/** Breaks the rule that the kernel is generic, to prove that the rule sees it. */
public final class KnowsTheDsl {
    private KnowsTheDsl() {}

    public static String name(Pairs pairs) {
        return pairs.toString();
    }
}
