package io.github.alprolab.kernel.nest;

import io.github.alprolab.kernel.nest.inner.KnowsOuter;

/** Forms a cycle with a package inside its own. */
public final class KnowsInner {
    private KnowsInner() {}

    static Class<?> known() {
        return KnowsOuter.class;
    }
}
