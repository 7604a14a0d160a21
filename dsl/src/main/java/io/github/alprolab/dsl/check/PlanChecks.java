package io.github.alprolab.dsl.check;

/** What a sweep or an ablation would do. */
public final class PlanChecks {
    private static final String CODE = "C39";

    private PlanChecks() {}

    /** How one of its runs stands. */
    public static Finding run(String words, String stands) {
        return Finding.note(CODE, words + ": " + stands);
    }

    /** What keeps one of its runs from running. */
    public static Finding fault(String words, Finding fault) {
        return new Finding(
                fault.code(), fault.level(), words + ": " + fault.text(), fault.fix());
    }
}
