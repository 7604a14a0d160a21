package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.List;
import java.util.function.Supplier;

/** Registers the magics that every kernel has. */
public final class BuiltinMagics {
    private BuiltinMagics() {}

    /** Registers all. {@code inputs} are the cells that ran, the oldest first. */
    public static void register(Cells cells, JavaSession session, Supplier<List<Input>> inputs) {
        RunMagics.of(cells).forEach(cells::register);
        ClassPathMagics.of(cells).forEach(cells::register);
        VariableMagics.of(session::variables).forEach(cells::register);
        SessionMagics.of(cells, inputs).forEach(cells::register);
    }
}
