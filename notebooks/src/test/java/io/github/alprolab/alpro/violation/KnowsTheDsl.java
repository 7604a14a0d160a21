package io.github.alprolab.alpro.violation;

import io.github.alprolab.dsl.Pairs;

/** Breaks the rule that alpro knows datasets only, to prove that the rule sees it. */
public final class KnowsTheDsl {
    private KnowsTheDsl() {}

    public static String text(Pairs value) {
        return value.toString();
    }
}
