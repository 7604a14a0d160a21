package io.github.alprolab.alpro.ring;

import io.github.alprolab.alpro.circle.KnowsRing;

/** The other half of a cycle of packages, to prove that the rule sees it. */
public final class KnowsCircle {
    private KnowsCircle() {}

    public static String text(KnowsRing value) {
        return value.toString();
    }
}
