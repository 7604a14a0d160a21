package io.github.alprolab.datasets.video.violation;

import io.github.alprolab.datasets.sprites.Noun;

/** Breaks the rule that video knows nothing of sprites, to prove that the rule sees it. */
public final class KnowsSprites {
    private KnowsSprites() {}

    public static String text(Noun value) {
        return value.toString();
    }
}
