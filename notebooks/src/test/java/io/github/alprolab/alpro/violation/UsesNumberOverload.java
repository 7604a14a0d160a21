package io.github.alprolab.alpro.violation;

import ai.djl.ndarray.NDArray;

/** Breaks the rule on engine arithmetic, to prove that the rule sees it. */
public final class UsesNumberOverload {
    private UsesNumberOverload() {}

    public static NDArray halve(NDArray values) {
        return values.mul(0.5f);
    }
}
