package io.github.alprolab.kernel.debug;

/** A request that cannot be answered, with the reason in words. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
        super(reason);
    }
}
