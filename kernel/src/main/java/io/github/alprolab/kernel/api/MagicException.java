package io.github.alprolab.kernel.api;

/** A magic was called in a way that cannot work; the message says what to change. */
public final class MagicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MagicException(String message) {
        super(message);
    }

    public MagicException(String message, Throwable cause) {
        super(message, cause);
    }
}
