package io.github.alprolab.dsl.comparison;

import io.github.alprolab.alpro.objective.Better;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.Scored;

/** How one figure differs from another, in a number with its sign and in a word. */
public final class ScoreDifference {
    private ScoreDifference() {}

    /** “+3.1 better”, “−0.020 worse”, “equal”; no word where neither way is better. */
    public static String words(Metric metric, double before, double after) {
        if (before == after) {
            return "equal";
        }
        Better better = metric.better();
        boolean unseen =
                Scored.text(metric, Math.abs(after - before)).equals(Scored.text(metric, 0));
        if (better == Better.NEITHER || unseen) {
            return signed(metric, before, after);
        }
        boolean up = after > before;
        return signed(metric, before, after)
                + (up == (better == Better.HIGHER) ? " better" : " worse");
    }

    /** The number alone, with the sign of the field: + or −. */
    public static String signed(Metric metric, double before, double after) {
        String size = Scored.text(metric, Math.abs(after - before));
        return (after < before ? "−" : "+") + size;
    }
}
