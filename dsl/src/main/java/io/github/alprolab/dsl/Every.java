package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.AdviceException;

/** A rhythm of training. */
public final class Every {
    private Every() {}

    /**
     * Once an epoch, which is what this version does.
     *
     * @param count 1
     */
    public static Every epochs(int count) {
        if (count != 1) {
            throw new AdviceException(
                    "C27",
                    "Every.epochs(%d) is asked for; evaluation and checkpoint come after every epoch."
                            .formatted(count),
                    "Every.epochs(1)");
        }
        return new Every();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Every;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Every.epochs(1)";
    }
}
