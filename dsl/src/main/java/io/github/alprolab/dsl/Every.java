package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;

/** A rhythm of checkpoints. */
public final class Every {
    private final int updates;

    private Every(int updates) {
        this.updates = updates;
    }

    /**
     * At the end of every epoch, which is always one.
     *
     * @param count 1
     */
    public static Every epochs(int count) {
        if (count != 1) {
            throw new AdviceException(
                    "C27",
                    "Every.epochs(%d) is given; allowed is 1: every epoch ends with a checkpoint, and more of them come by updates."
                            .formatted(count),
                    "Every.updates(500)");
        }
        return new Every(0);
    }

    /**
     * After so many updates, and at the end of every epoch.
     *
     * @param count at least 1
     */
    public static Every updates(int count) {
        return new Every(Range.atLeast(1, count, "Every.updates"));
    }

    /** 0 for the ends of epochs alone. */
    int count() {
        return updates;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Every that && updates == that.updates;
    }

    @Override
    public int hashCode() {
        return updates;
    }

    @Override
    public String toString() {
        return updates == 0 ? "Every.epochs(1)" : "Every.updates(" + updates + ")";
    }
}
