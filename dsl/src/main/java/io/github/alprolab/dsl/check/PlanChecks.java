package io.github.alprolab.dsl.check;

/** What is found before a sweep or an ablation runs. */
public final class PlanChecks {
    private static final String CODE = "C39";

    private PlanChecks() {}

    /** Nothing keeps any of them from running. */
    public static Finding sound(int runs) {
        return Finding.fine(CODE, "None of the %d runs has a fault.".formatted(runs));
    }

    /** What was found of one of its runs. */
    public static Finding of(String words, Finding found) {
        return new Finding(found.code(), found.level(), words + ": " + found.text(), found.fix());
    }

    /** Whether the same was found of another run. */
    public static boolean repeats(Finding later, Finding before) {
        return later.code().equals(before.code()) && text(later).equals(text(before));
    }

    private static String text(Finding finding) {
        return finding.text().substring(finding.text().indexOf(": ") + 2);
    }
}
