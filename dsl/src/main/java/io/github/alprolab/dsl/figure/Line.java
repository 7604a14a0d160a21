package io.github.alprolab.dsl.figure;

import java.util.List;

/**
 * A curve.
 *
 * @param name what it shows, in plain words
 * @param ink its colour
 * @param thick for what counts (validation); thin lines are for what is on the way (training)
 * @param points by ascending x
 * @param band how far each point spreads, such as over seeds; empty for none
 */
public record Line(String name, Ink ink, boolean thick, List<Point> points, List<Spread> band) {
    public Line {
        points = List.copyOf(points);
        band = List.copyOf(band);
        if (!band.isEmpty() && band.size() != points.size()) {
            throw new IllegalArgumentException(
                    "The curve \"%s\" has %d points and a band of %d; a band has one spread for each point."
                            .formatted(name, points.size(), band.size()));
        }
    }

    /** A curve without a band. */
    public Line(String name, Ink ink, boolean thick, List<Point> points) {
        this(name, ink, thick, points, List.of());
    }
}
