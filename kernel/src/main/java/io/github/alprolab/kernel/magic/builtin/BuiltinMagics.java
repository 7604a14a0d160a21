package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Registers the magics that every kernel has. */
public final class BuiltinMagics {
    private BuiltinMagics() {}

    /**
     * Registers all.
     *
     * @param inputs the cells that ran, the oldest first
     * @param nativeBytes what an object holds outside the heap
     */
    public static void register(
            Cells cells,
            JavaSession session,
            Supplier<List<Input>> inputs,
            ToLongFunction<Object> nativeBytes) {
        RunMagics.of(cells).forEach(cells::register);
        ClassPathMagics.of(cells).forEach(cells::register);
        VariableMagics.of(session::variables, nativeBytes).forEach(cells::register);
        SessionMagics.of(cells, inputs).forEach(cells::register);
        cells.register(StaleMagic.of(session::stale, inputs));
        cells.register(ExportMagic.of(session, inputs));
        ShellMagics.of().forEach(cells::register);
        ImageMagic.of().forEach(cells::register);
        JShellMagic.of(session.shell()).forEach(cells::register);
    }
}
