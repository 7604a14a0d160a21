package io.github.alprolab.dsl.figure;

import java.util.List;

/**
 * A curve.
 *
 * @param name what it shows, in plain words
 * @param ink its colour
 * @param thick for what counts (validation); thin lines are for what is on the way (training)
 * @param points by ascending x
 */
public record Line(String name, Ink ink, boolean thick, List<Point> points) {
    public Line {
        points = List.copyOf(points);
    }
}
