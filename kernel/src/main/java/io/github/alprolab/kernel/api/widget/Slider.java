package io.github.alprolab.kernel.api.widget;

import java.util.function.Consumer;

/**
 * A number between two others, chosen by moving a knob.
 *
 * @param <N> Integer or Double
 */
public final class Slider<N extends Number> extends Control<N> {
    private static final double TOLERANCE = 1e-9;

    private final Property<N> value;
    private final N least;
    private final N most;
    private final N step;

    /** Begins at the least. */
    Slider(N least, N most, N step) {
        super("slider.js");
        if (!(least.doubleValue() < most.doubleValue()) || !(step.doubleValue() > 0)) {
            throw new IllegalArgumentException(
                    "A slider of %s to %s in steps of %s is asked for; the least is below the most, and a step is above 0."
                            .formatted(least, most, step));
        }
        this.least = least;
        this.most = most;
        this.step = step;
        this.value = property("value", least).allowed(this::fits, range());
        property("least", least);
        property("most", most);
        property("step", step);
    }

    private boolean fits(N number) {
        double steps = (number.doubleValue() - least.doubleValue()) / step.doubleValue();
        return number.doubleValue() >= least.doubleValue() - TOLERANCE
                && number.doubleValue() <= most.doubleValue() + TOLERANCE
                && Math.abs(steps - Math.rint(steps)) < TOLERANCE * Math.max(1, steps);
    }

    @Override
    public N value() {
        return value.get();
    }

    @Override
    public void set(N number) {
        value.set(number);
    }

    @Override
    public Slider<N> onChange(Consumer<? super N> listener) {
        value.onChange(listener);
        return this;
    }

    @Override
    public Slider<N> label(String words) {
        super.label(words);
        return this;
    }

    @Override
    String range() {
        return "%s to %s in steps of %s".formatted(least, most, step);
    }
}
