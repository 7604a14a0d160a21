package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.JniUtils;
import io.github.alprolab.alpro.random.RandomStreams;
import java.util.function.Supplier;

/**
 * What a device's dropout and stochastic depth draw from.
 *
 * <p>The engine has one generator for the CPU and one for each GPU, and sets the seeds of all of
 * them together. Where several devices compute side by side, each operation that draws therefore
 * gets a seed of its own, which follows from the device's last seed and the operation's number
 * alone, and no other may draw while it is begun.
 */
final class Draws {
    private static final Object ENGINE = new Object();

    private final boolean sideBySide;
    private RandomStreams own = new RandomStreams(0);
    private long drawn;

    Draws(boolean sideBySide) {
        this.sideBySide = sideBySide;
    }

    /** Begins anew from a seed. */
    void seed(long seed) {
        if (sideBySide) {
            own = new RandomStreams(seed);
            drawn = 0;
        } else {
            JniUtils.setSeed(seed);
        }
    }

    /** Runs an operation that draws. */
    <R> R draw(Supplier<R> operation) {
        if (!sideBySide) {
            return operation.get();
        }
        synchronized (ENGINE) {
            JniUtils.setSeed(own.seedOf("draw", drawn++));
            return operation.get();
        }
    }
}
