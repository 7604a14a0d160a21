package io.github.alprolab.dsl.comparison;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A setting that is not the same in all runs.
 *
 * @param path in {@code experiment.json}
 * @param values of each run
 */
record DifferentSetting(String path, List<String> values) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 32;
    private static final int BRIEF = 8;

    /** What a run has that has no such setting. */
    static final String ABSENT = "–";

    DifferentSetting {
        values = List.copyOf(values);
    }

    /** The path in words: learning rate, encoders video layers. */
    String words() {
        return path.replaceFirst("^(trainer|pairs|questions)\\.", "")
                .replace('.', ' ')
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    /** What differs as one decision of the researcher: an objective has many settings. */
    String thing() {
        String[] parts = path.split("\\.");
        return switch (parts[0]) {
            case "losses" -> "losses " + parts[Math.min(1, parts.length - 1)];
            case "prompter" -> "prompter";
            default -> words();
        };
    }

    /** Whether some run has no such setting at all. */
    boolean absentSomewhere() {
        return values.contains(ABSENT);
    }

    /** The values as they are shown. */
    List<String> shown() {
        return values.stream().map(DifferentSetting::shown).toList();
    }

    private static String shown(String value) {
        if (HASH.matcher(value).matches()) {
            return value.substring(0, BRIEF);
        }
        String start = value.startsWith("[") ? count(value) + " values " : "";
        return value.length() <= LONGEST ? value : start + value.substring(0, LONGEST - 1) + "…";
    }

    private static int count(String list) {
        return list.split(", ").length;
    }
}
