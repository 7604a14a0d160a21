package io.github.alprolab.datasets.room;

import io.github.alprolab.datasets.KnowsRoom;

/** See {@link KnowsRoom}. */
public final class KnowsRoot {
    private KnowsRoot() {}

    public static String text(KnowsRoom value) {
        return value.toString();
    }
}
