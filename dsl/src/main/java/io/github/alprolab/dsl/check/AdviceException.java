package io.github.alprolab.dsl.check;

import java.util.Optional;

/**
 * Something the user can put right: what was given, what is allowed, what to do. Thrown before
 * compute is spent.
 */
public final class AdviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String text;
    private final String fix;

    /**
     * One fault.
     *
     * @param code of the check that found it, such as C27, one of {@link CheckCode}
     * @param text what was given and what is allowed
     * @param fix the code that repairs it
     */
    public AdviceException(String code, String text, String fix) {
        this(code, text, fix, text + "\n" + fix);
    }

    private AdviceException(String code, String text, String fix, String message) {
        super(code + ": " + message);
        this.code = CheckCode.declared(code);
        this.text = text;
        this.fix = fix;
    }

    /** A file that cannot be read or is damaged, with what the reader said about it. */
    public static AdviceException unreadable(String what, Exception cause, String fix) {
        AdviceException advice = new AdviceException("C14", what + ": " + cause.getMessage(), fix);
        advice.initCause(cause);
        return advice;
    }

    /** All faults of a report at once. */
    static AdviceException of(Report report) {
        Finding first = report.faults().get(0);
        Optional<String> fix = first.fix();
        return new AdviceException(
                first.code(), first.text(), fix.orElse(""), "nothing was run. " + report);
    }

    /** The check that found it. */
    public String code() {
        return code;
    }

    /** What was given and what is allowed, without what to do. */
    public String text() {
        return text;
    }

    /** What to do. */
    public String fix() {
        return fix;
    }

    /** The message alone: it is for people, to whom the name of this class tells nothing. */
    @Override
    public String toString() {
        return getMessage();
    }
}
