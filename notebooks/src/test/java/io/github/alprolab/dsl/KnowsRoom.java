package io.github.alprolab.dsl;

import io.github.alprolab.dsl.room.KnowsRoot;

/** Makes the root depend on one of its rooms, which forms a cycle. */
public final class KnowsRoom {
    private KnowsRoom() {}

    public static String text(KnowsRoot value) {
        return value.toString();
    }
}
