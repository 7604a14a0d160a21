package io.github.alprolab.datasets.violation;

import io.github.alprolab.alpro.config.Decay;

/** Breaks the rule that datasets stand alone, to prove that the rule sees it. */
public final class KnowsAlpro {
    private KnowsAlpro() {}

    public static String text(Decay value) {
        return value.toString();
    }
}
