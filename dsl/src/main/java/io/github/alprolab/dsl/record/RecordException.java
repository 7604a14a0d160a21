package io.github.alprolab.dsl.record;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of a run's record that cannot be written. */
public final class RecordException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    RecordException(String what, IOException cause) {
        super(what, cause);
    }
}
