package io.github.alprolab.dsl.probe;

import io.github.alprolab.dsl.figure.Spread;
import io.github.alprolab.dsl.figure.Wilson;
import java.util.OptionalLong;

/**
 * The probes that ask one thing, counted.
 *
 * @param asks the thing, such as {@code noun}
 * @param count how many, at least 1
 * @param byVtc how often VTC finds the true sentence nearer
 * @param byVtm how often VTM holds it likelier; empty where the model has not learned VTM
 */
public record ProbeRow(String asks, int count, long byVtc, OptionalLong byVtm) {

    /** Share of {@link #byVtc}; a coin has 0.5. */
    public double vtc() {
        return (double) byVtc / count;
    }

    /** Share of {@link #byVtm}; NaN where VTM was not asked. */
    public double vtm() {
        return byVtm.isPresent() ? (double) byVtm.getAsLong() / count : Double.NaN;
    }

    /** In which the true share by VTC lies 95 times of 100. */
    Spread vtcInterval() {
        return Wilson.interval(byVtc, count);
    }

    /** The same by VTM. */
    Spread vtmInterval() {
        return byVtm.isPresent() ? Wilson.interval(byVtm.getAsLong(), count) : new Spread(0, 1);
    }
}
