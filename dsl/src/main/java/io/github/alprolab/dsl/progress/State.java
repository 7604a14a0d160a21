package io.github.alprolab.dsl.progress;

import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a piece of work is.
 *
 * @param title its name
 * @param phase where it stands, such as "epoch 2/7"
 * @param done parts done, 0 to {@code total}
 * @param total all parts, at least 1
 * @param unit what the parts are, such as "steps"
 * @param readings numbers to watch
 * @param seconds time spent in this session
 * @param left expected seconds to the end; NaN where nothing is known, {@link #ESTIMATING} where it
 *     soon will be
 */
public record State(
        String title,
        String phase,
        int done,
        int total,
        String unit,
        List<Reading> readings,
        double seconds,
        double left) {
    /** Too little was done yet to say how long the rest takes. */
    public static final double ESTIMATING = -1;

    private static final int CELLS = 20;

    public State {
        readings = List.copyOf(readings);
        if (total < 1 || done < 0 || done > total) {
            throw new IllegalArgumentException(
                    "%d of %d %s are done; allowed is 0 to all of at least 1."
                            .formatted(done, total, unit));
        }
    }

    /** Of work whose parts are not counted: what is done now, and for how long there was work. */
    public static State doing(String title, String what, double seconds) {
        return new State(title, what, 0, 1, "", List.of(), seconds, Double.NaN);
    }

    /** Whether its parts are counted, so that there is a bar to show. */
    boolean counted() {
        return !unit.isEmpty();
    }

    /** The same with something that is done beside. */
    public State doing(String what, double now) {
        return new State(
                title,
                phase.isEmpty() ? what : phase + ", " + what,
                done,
                total,
                unit,
                readings,
                now,
                left);
    }

    /** Share done, 0 to 1. */
    public double share() {
        return (double) done / total;
    }

    /** Everything on one line. */
    public String line() {
        if (!counted()) {
            return title + " · " + phase + time();
        }
        String bar = "█".repeat((int) (share() * CELLS));
        String readingsText =
                readings.stream()
                        .map(r -> r.name() + " " + r.text())
                        .collect(Collectors.joining(" · "));
        return "%s · %s%s%s %s/%s %s%s%s"
                .formatted(
                        title,
                        phase.isEmpty() ? "" : phase + " ",
                        bar,
                        "░".repeat(CELLS - bar.length()),
                        Numbers.whole(done),
                        Numbers.whole(total),
                        unit,
                        readingsText.isEmpty() ? "" : " · " + readingsText,
                        time());
    }

    /** Time spent and time left. */
    public String time() {
        String spent = " · " + Numbers.duration(seconds);
        if (Double.isNaN(left) || done == total) {
            return spent;
        }
        return left < 0
                ? spent + ", estimating the time left"
                : spent + ", ≈ " + Numbers.duration(left) + " left";
    }
}
