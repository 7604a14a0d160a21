package io.github.alprolab.alpro.setting;

/** A value outside a setting's range: what was given, what is allowed, what to write. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * One fault.
     *
     * @param text what was given and what is allowed
     * @param fix the code that repairs it
     */
    public SettingException(String text, String fix) {
        super(text);
        this.fix = fix;
    }

    /** What to write instead, such as {@code .warmup(0.05)}. */
    public String fix() {
        return fix;
    }
}
