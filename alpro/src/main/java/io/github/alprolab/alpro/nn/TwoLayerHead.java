package io.github.alprolab.alpro.nn;

import io.github.alprolab.alpro.tensor.Tensor;

/** Linear, ReLU, linear: the entity head and the answer head (docs/method.md section 1.1). */
public final class TwoLayerHead {
    private final Linear hidden;
    private final Linear out;

    /** Declares {@code 0.*} and {@code 2.*} in {@code names}; the middle is twice as wide. */
    public TwoLayerHead(Namespace names, int width, int classes) {
        this.hidden = new Linear(names.child(0), width, 2 * width);
        this.out = new Linear(names.child(2), 2 * width, classes);
    }

    /** (B, D) to scores (B, classes). */
    public Tensor apply(Tensor x) {
        return out.apply(hidden.apply(x).relu());
    }
}
