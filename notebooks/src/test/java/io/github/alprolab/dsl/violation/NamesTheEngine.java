package io.github.alprolab.dsl.violation;

import ai.djl.ndarray.NDArray;

/** Breaks the rule that only alpro names the engine, to prove that the rule sees it. */
public final class NamesTheEngine {
    private NamesTheEngine() {}

    public static long size(NDArray values) {
        return values.size();
    }
}
