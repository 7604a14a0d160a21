package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each snippet that ran made use of, and from which snippet that came. Things that are
 * declared have the number by which JShell knows all that declare the same. A variable that is
 * given a value anew counts as declared anew; one that is only changed, as by {@code n++}, does
 * not.
 */
final class Lineage {
    /** Older snippets than these are forgotten. */
    private static final int MOST = 10_000;

    private static final int UNKNOWN = -1;

    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, Integer> newest = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private int forgotten;

    /** What a snippet read: number to the step that had made it then. */
    private record Step(int cell, Map<Integer, Integer> read) {}

    /** Notes that a snippet of a cell ran. */
    void ran(int cell, Set<Integer> read, Set<Integer> made) {
        Map<Integer, Integer> from = new LinkedHashMap<>();
        for (Integer number : read) {
            from.put(number, newest.getOrDefault(number, UNKNOWN));
        }
        int step = forgotten + steps.size();
        steps.add(new Step(cell, from));
        made.forEach(number -> newest.put(number, step));
        if (steps.size() > MOST) {
            steps.subList(0, MOST / 2).clear();
            forgotten += MOST / 2;
        }
    }

    /** The name by which cells know a thing. */
    void named(int number, String name) {
        names.put(number, name);
    }

    /** Cells with a snippet whose result does not follow any more, and because of what. */
    Map<Integer, Set<StaleReason>> stale() {
        Map<Integer, Set<StaleReason>> stale = new LinkedHashMap<>();
        Set<Integer> steps = new HashSet<>();
        for (int i = 0; i < this.steps.size(); i++) {
            Step step = this.steps.get(i);
            Set<StaleReason> reasons = reasons(i + forgotten, step, steps);
            if (!reasons.isEmpty()) {
                steps.add(i + forgotten);
                stale.computeIfAbsent(step.cell(), c -> new LinkedHashSet<>()).addAll(reasons);
            }
        }
        return stale;
    }

    private Set<StaleReason> reasons(int index, Step step, Set<Integer> stale) {
        Set<StaleReason> reasons = new LinkedHashSet<>();
        step.read()
                .forEach(
                        (number, from) -> {
                            int now = newest.getOrDefault(number, UNKNOWN);
                            if (now != from && now != index && now >= forgotten) {
                                reasons.add(reason(number, now, false));
                            } else if (stale.contains(from) && from != index) {
                                reasons.add(reason(number, from, true));
                            }
                        });
        return reasons;
    }

    private StaleReason reason(int number, int step, boolean isStale) {
        int cell = steps.get(step - forgotten).cell();
        return new StaleReason(names.getOrDefault(number, "?"), cell, isStale);
    }
}
