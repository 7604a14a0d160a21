package io.github.alprolab.dsl.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the complete settings of two runs. */
public final class Settings {
    private static final int LONGEST = 40;

    private Settings() {}

    /**
     * What differs, as "trainer.epochs 10 → 20".
     *
     * @param before an {@code experiment.json}
     * @param after another
     * @param leftOut by path, what a record does not write out because it is the default
     */
    public static List<String> differences(
            String before, String after, Map<String, String> leftOut) {
        Map<String, String> old = CanonicalJson.flat(before);
        Map<String, String> now = CanonicalJson.flat(after);
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            String from = old.getOrDefault(path, leftOut.getOrDefault(path, "–"));
            String to = now.getOrDefault(path, leftOut.getOrDefault(path, "–"));
            if (!from.equals(to)) {
                differences.add(path + " " + brief(from) + " → " + brief(to));
            }
        }
        return differences;
    }

    private static String brief(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}
