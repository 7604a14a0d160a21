package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether the engine records gradients, a switch of each thread. There are no objects of this
 * class: what a static field of theirs holds for a thread cannot be looked into, and the kernel
 * keeps a model whose end it cannot see.
 */
final class Recording {
    /** How many {@link #of} a thread is in. */
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private Recording() {}

    /** Whether somebody decides it for this thread now. */
    static boolean isDecided() {
        return DEPTH.get() > 0;
    }

    /** Runs with gradients recorded, or not, then as before. */
    static <R> R of(boolean on, Supplier<R> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(on);
        DEPTH.set(DEPTH.get() + 1);
        try {
            return work.get();
        } finally {
            DEPTH.set(DEPTH.get() - 1);
            JniUtils.setGradMode(before);
        }
    }
}
