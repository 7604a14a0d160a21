package io.github.alprolab.kernel.circle;

import io.github.alprolab.kernel.ring.KnowsCircle;

/** One half of a cycle of packages, to prove that the rule sees it. */
public final class KnowsRing {
    private KnowsRing() {}

    public static String text(KnowsCircle value) {
        return value.toString();
    }
}
