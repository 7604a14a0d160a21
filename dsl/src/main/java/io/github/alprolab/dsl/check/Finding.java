package io.github.alprolab.dsl.check;

import java.util.Objects;
import java.util.Optional;

/**
 * One line of a check report.
 *
 * @param code of its check, such as C04, one of {@link CheckCode}
 * @param level how much it matters
 * @param text what was found
 * @param fix the code that repairs it
 */
public record Finding(String code, Level level, String text, Optional<String> fix) {
    public Finding {
        CheckCode.declared(code);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(fix, "fix");
    }

    static Finding fine(String code, String text) {
        return new Finding(code, Level.FINE, text, Optional.empty());
    }

    static Finding note(String code, String text) {
        return new Finding(code, Level.NOTE, text, Optional.empty());
    }

    static Finding warning(String code, String text, String fix) {
        return new Finding(code, Level.WARNING, text, Optional.of(fix));
    }

    static Finding fault(String code, String text, String fix) {
        return new Finding(code, Level.FAULT, text, Optional.of(fix));
    }

    /** What keeps an experiment from being looked at any further. */
    public static Finding of(AdviceException advice) {
        return fault(advice.code(), advice.text(), advice.fix());
    }

    /** Mark, code, text and fix on one line. */
    @Override
    public String toString() {
        return "%s %s  %s%s"
                .formatted(level.mark(), code, text, fix.map(f -> "  → " + f).orElse(""));
    }
}
