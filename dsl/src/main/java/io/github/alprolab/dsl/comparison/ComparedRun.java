package io.github.alprolab.dsl.comparison;

import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import java.util.List;
import java.util.Optional;

/**
 * A run among others.
 *
 * @param label its name here, of which no two are equal
 * @param folder its record
 * @param scored its final figures
 */
public record ComparedRun(String label, RunFolder folder, List<Scored> scored) {
    /** Keeps the figures that are there now. */
    public ComparedRun {
        scored = List.copyOf(scored);
    }

    /** Its figure of the same metric and split. */
    Optional<Scored> like(Scored figure) {
        return scored.stream().filter(figure::comparesWith).findFirst();
    }
}
