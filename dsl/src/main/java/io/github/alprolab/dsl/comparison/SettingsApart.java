package io.github.alprolab.dsl.comparison;

import io.github.alprolab.dsl.record.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is not the same in some records.
 *
 * @param settings that differ, by path
 */
record SettingsApart(List<DifferentSetting> settings) {
    /** No part of what is compared: how runs are called and where they are computed. */
    private static final Set<String> ASIDE = Set.of("name", "device", "schema");

    SettingsApart {
        settings = List.copyOf(settings);
    }

    /**
     * Of records.
     *
     * @param experiments texts of {@code experiment.json}
     * @param leftOut by path, what a record does not write out because it is the default
     */
    static SettingsApart of(List<String> experiments, Map<String, String> leftOut) {
        List<Map<String, String>> all = experiments.stream().map(CanonicalJson::flat).toList();
        Set<String> paths = new TreeSet<>();
        all.forEach(one -> paths.addAll(one.keySet()));
        paths.removeAll(ASIDE);
        List<DifferentSetting> different = new ArrayList<>();
        for (String path : paths) {
            String standard = leftOut.getOrDefault(path, DifferentSetting.ABSENT);
            List<String> values = all.stream().map(s -> s.getOrDefault(path, standard)).toList();
            if (values.stream().distinct().count() > 1) {
                different.add(new DifferentSetting(path, values));
            }
        }
        return new SettingsApart(different);
    }

    /**
     * Decisions that differ. A prompter that comes and goes with PEM is part of that one, and sizes
     * that stand for weights at random are part of where a model starts.
     */
    Set<String> things() {
        Set<String> things = new LinkedHashSet<>();
        settings.forEach(s -> things.add(s.thing()));
        if (things.contains("losses pem")) {
            things.removeIf(t -> t.equals("prompter") && comesAndGoes(t));
        }
        if (things.contains("weights") && comesAndGoes("weights")) {
            things.removeIf(t -> t.startsWith("encoders") && comesAndGoes(t));
        }
        return things;
    }

    /** What one of the runs has, an objective that others lack in one word: with vtm, without. */
    List<String> brief(int run) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> things = things();
        for (DifferentSetting setting : settings) {
            String thing = setting.thing();
            if (thing.startsWith("losses ") && comesAndGoes(thing)) {
                boolean absent = setting.values().get(run).equals(DifferentSetting.ABSENT);
                all.add((absent ? "without " : "with ") + thing.substring("losses ".length()));
            } else if (things.contains(thing)) {
                all.add(setting.words() + " " + setting.shown().get(run));
            }
        }
        return List.copyOf(all);
    }

    /** Whether some runs have nothing of a thing at all. */
    private boolean comesAndGoes(String thing) {
        return settings.stream()
                .filter(s -> s.thing().equals(thing))
                .allMatch(DifferentSetting::absentSomewhere);
    }
}
