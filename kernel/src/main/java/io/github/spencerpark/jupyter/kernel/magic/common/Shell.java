package io.github.spencerpark.jupyter.kernel.magic.common;

/**
 * Is registered by notebooks that want {@code %sh}. This kernel has {@code %sh} anyway, so there is
 * nothing in it to register.
 */
public final class Shell {
    /** For {@code registerMagics(new Shell())}. */
    public Shell() {}
}
