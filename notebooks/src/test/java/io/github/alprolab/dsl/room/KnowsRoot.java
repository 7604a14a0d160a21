package io.github.alprolab.dsl.room;

import io.github.alprolab.dsl.KnowsRoom;

/** See {@link KnowsRoom}. */
public final class KnowsRoot {
    private KnowsRoot() {}

    public static String text(KnowsRoom value) {
        return value.toString();
    }
}
