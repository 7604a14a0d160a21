package io.github.alprolab.dsl.course;

import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.util.Objects;

/**
 * A grade. Its plain text is the number alone, since nbgrader reads the points of a cell from
 * there; as HTML it shows the feedback too.
 *
 * @param value points that were reached
 * @param most points there are
 * @param feedback why
 */
public record Points(double value, double most, Feedback feedback) implements Shown {
    public Points {
        Objects.requireNonNull(feedback, "feedback");
    }

    @Override
    public Showing show() {
        String of = " · %s of %s points".formatted(Numbers.brief(value), Numbers.brief(most));
        return Showing.plain(Double.toString(value)).html(feedback.html(of));
    }

    @Override
    public String toString() {
        return Double.toString(value);
    }
}
