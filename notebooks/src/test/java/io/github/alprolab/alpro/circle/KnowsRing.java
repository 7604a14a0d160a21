package io.github.alprolab.alpro.circle;

import io.github.alprolab.alpro.ring.KnowsCircle;

/** One half of a cycle of packages, to prove that the rule sees it. */
public final class KnowsRing {
    private KnowsRing() {}

    public static String text(KnowsCircle value) {
        return value.toString();
    }
}
