package io.github.alprolab.kernel.nest.inner;

import io.github.alprolab.kernel.nest.KnowsInner;

/** See {@link KnowsInner}. */
public final class KnowsOuter {
    private KnowsOuter() {}

    static Class<?> known() {
        return KnowsInner.class;
    }
}
