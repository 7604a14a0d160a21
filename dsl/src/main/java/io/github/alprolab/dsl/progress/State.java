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
 * @param left expected seconds to the end; NaN where nothing is known
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
    private static final int CELLS = 20;

    public State {
        readings = List.copyOf(readings);
        if (total < 1 || done < 0 || done > total) {
            throw new IllegalArgumentException(
                    "%d of %d %s are done; allowed is 0 to all of at least 1."
                            .formatted(done, total, unit));
        }
    }

    /** Share done, 0 to 1. */
    public double share() {
        return (double) done / total;
    }

    /** Everything on one line. */
    public String line() {
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
        return Double.isNaN(left) || done == total
                ? spent
                : spent + ", ≈ " + Numbers.duration(left) + " left";
    }
}
