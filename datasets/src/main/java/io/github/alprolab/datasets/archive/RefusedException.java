package io.github.alprolab.datasets.archive;

import java.io.IOException;

/** The archive itself is at fault, so that trying again is of no use. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
