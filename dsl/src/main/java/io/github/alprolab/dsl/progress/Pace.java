package io.github.alprolab.dsl.progress;

import java.util.function.LongSupplier;

/** Lets something happen at most once in a stretch of time. */
public final class Pace {
    private final LongSupplier nanos;
    private final long stretch;
    private long last;
    private boolean started;

    /**
     * @param milliseconds least time between two of them
     * @param nanos a clock that only goes forward
     */
    public Pace(long milliseconds, LongSupplier nanos) {
        this.stretch = milliseconds * 1_000_000;
        this.nanos = nanos;
    }

    /** Whether it may happen now; the first time always. */
    public boolean due() {
        long now = nanos.getAsLong();
        if (started && now - last < stretch) {
            return false;
        }
        started = true;
        last = now;
        return true;
    }
}
