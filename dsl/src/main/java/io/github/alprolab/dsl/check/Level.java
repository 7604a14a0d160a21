package io.github.alprolab.dsl.check;

/** How much a finding matters. */
public enum Level {
    /** As it should be. */
    FINE("✓"),
    /** Worth knowing; nothing to do. */
    NOTE("·"),
    /** It runs, and may not do what is meant. */
    WARNING("!"),
    /** It does not run. */
    FAULT("✗");

    private final String mark;

    Level(String mark) {
        this.mark = mark;
    }

    /** One character for lists. */
    public String mark() {
        return mark;
    }
}
