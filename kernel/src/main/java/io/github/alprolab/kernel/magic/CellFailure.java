package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.session.CellError;

/** Code that a cell or a magic ran by the kernel failed. */
public final class CellFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    CellFailure(CellError error) {
        super(error.name() + ": " + error.value() + "\n" + String.join("\n", error.traceback()));
    }
}
