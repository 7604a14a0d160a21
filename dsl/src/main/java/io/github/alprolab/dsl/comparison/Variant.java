package io.github.alprolab.dsl.comparison;

import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.Scored;
import java.util.List;

/**
 * One combination of settings, run with one or more seeds.
 *
 * @param values what it is on each axis, as tables show it
 * @param label its name in charts
 * @param trained records of its runs, one a seed
 * @param scored final figures of each of them, in the same order
 */
public record Variant(
        List<String> values, String label, List<RunFolder> trained, List<List<Scored>> scored) {
    /** Keeps what is there now. */
    public Variant {
        values = List.copyOf(values);
        trained = List.copyOf(trained);
        scored = List.copyOf(scored);
    }

    /** A metric over its seeds. */
    Repeated of(Metric metric) {
        return new Repeated(
                scored.stream()
                        .flatMap(figures -> Scored.firstOf(figures, List.of(metric)).stream())
                        .map(Scored::value)
                        .toList());
    }

    /** What its first run was scored by. */
    List<Scored> figures() {
        return scored.isEmpty() ? List.of() : scored.get(0);
    }
}
