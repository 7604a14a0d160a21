package io.github.alprolab.kernel.ring;

import io.github.alprolab.kernel.circle.KnowsRing;

/** The other half of a cycle of packages, to prove that the rule sees it. */
public final class KnowsCircle {
    private KnowsCircle() {}

    public static String text(KnowsRing value) {
        return value.toString();
    }
}
