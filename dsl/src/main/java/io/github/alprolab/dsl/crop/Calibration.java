package io.github.alprolab.dsl.crop;

import io.github.alprolab.dsl.figure.Curves;
import io.github.alprolab.dsl.figure.Ink;
import io.github.alprolab.dsl.figure.Line;
import io.github.alprolab.dsl.figure.Point;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Whether a label is right as often as it is sure, in ten steps of its largest probability. */
final class Calibration {
    private static final int STEPS = 10;

    private Calibration() {}

    /** Share of right labels over probability; below the diagonal they are surer than right. */
    static Curves of(List<JudgedLabel> labels) {
        List<Point> points = new ArrayList<>();
        double error = 0;
        for (int step = 0; step < STEPS; step++) {
            List<JudgedLabel> some = inStep(labels, step);
            if (!some.isEmpty()) {
                double sure =
                        some.stream().mapToDouble(JudgedLabel::confidence).average().orElseThrow();
                double right = LabelGroups.share(some, JudgedLabel::right);
                points.add(new Point(sure, right));
                error += Math.abs(sure - right) * some.size() / labels.size();
            }
        }
        return new Curves(
                "Share of right pseudo-labels by their probability · %s boxes · mean distance %s"
                        .formatted(Numbers.whole(labels.size()), Numbers.decimals(error, 2)),
                "probability of the best entity",
                List.of(
                        new Line("right", Ink.BLUE, true, points),
                        new Line(
                                "as right as sure",
                                Ink.FADED,
                                false,
                                List.of(new Point(0, 0), new Point(1, 1)))),
                List.of(),
                OptionalDouble.empty());
    }

    private static List<JudgedLabel> inStep(List<JudgedLabel> labels, int step) {
        return labels.stream()
                .filter(l -> Math.min(STEPS - 1, (int) (l.confidence() * STEPS)) == step)
                .toList();
    }
}
