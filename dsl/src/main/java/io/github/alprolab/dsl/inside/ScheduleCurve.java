package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.optim.Schedule;
import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.Line;
import io.github.alprolab.dsl.figure.Point;
import io.github.alprolab.dsl.figure.Reference;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The learning rate over a training, as percent of its peak. */
public final class ScheduleCurve {
    /**
     * Updates that are drawn; a real training has another number, which the curve does not need.
     */
    private static final int UPDATES = 1000;

    private static final int EACH = 5;

    private ScheduleCurve() {}

    /** Over so many epochs. */
    public static Curves of(double peak, double warmup, Decay decay, int epochs) {
        Schedule schedule = new Schedule(peak, warmup, decay, UPDATES);
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= UPDATES; step += EACH) {
            points.add(new Point((double) step * epochs / UPDATES, 100 * schedule.at(step) / peak));
        }
        return new Curves(
                "Learning rate, %% of its peak · warm-up %s, then %s"
                        .formatted(Numbers.percent(warmup), decay.name().toLowerCase(Locale.ROOT)),
                "epoch",
                List.of(new Line("learning rate", Ink.BLUE, true, points)),
                List.of(new Reference("peak " + Numbers.brief(peak), 100)),
                OptionalDouble.empty());
    }
}
