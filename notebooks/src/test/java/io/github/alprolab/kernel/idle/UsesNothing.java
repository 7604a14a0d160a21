package io.github.alprolab.kernel.idle;

/** Its package says that it uses others. */
public final class UsesNothing {
    private UsesNothing() {}
}
