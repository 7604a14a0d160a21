package io.github.alprolab.dsl;

import io.github.alprolab.dsl.comparison.Variant;
import io.github.alprolab.dsl.record.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished run of a plan.
 *
 * @param values what it is on each axis
 * @param label the same in words
 * @param trained what was run
 * @param scored the run whose figures count: itself, or what measured it
 */
record DoneRun(List<String> values, String label, Run trained, Run scored) {

    /** Says where runs are missing. */
    static String title(String title, int done, int planned) {
        return done < planned
                ? "%s · ! stopped, %d of %d runs".formatted(title, done, planned)
                : title;
    }

    /** Runs of the same combination together, whatever their seed. */
    static List<Variant> variants(List<DoneRun> runs) {
        Map<List<String>, List<DoneRun>> byValues = new LinkedHashMap<>();
        runs.forEach(r -> byValues.computeIfAbsent(r.values, k -> new ArrayList<>()).add(r));
        return byValues.values().stream().map(DoneRun::variant).toList();
    }

    private static Variant variant(List<DoneRun> seeds) {
        return new Variant(
                seeds.get(0).values,
                seeds.get(0).label.isEmpty() ? seeds.get(0).trained.name() : seeds.get(0).label,
                seeds.stream().map(r -> new RunFolder(r.trained.folder())).toList(),
                seeds.stream().map(r -> r.scored.scored()).toList());
    }
}
