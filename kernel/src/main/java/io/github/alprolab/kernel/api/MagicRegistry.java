package io.github.alprolab.kernel.api;

import java.util.List;

/** The magics that cells can call. */
public interface MagicRegistry {

    /** Adds a magic; a later one of the same name replaces an earlier one. */
    void register(Magic magic);

    /** Adds a line magic made of a function of its arguments. */
    void registerLineMagic(String name, LineFunction function);

    /** Adds a cell magic made of a function of its arguments and its lines. */
    void registerCellMagic(String name, CellFunction function);

    /** Calls a magic and returns its value, null for nothing. */
    Object call(MagicCall call) throws Exception;

    /** What a line magic does. */
    @FunctionalInterface
    interface LineFunction {
        Object execute(List<String> arguments) throws Exception;
    }

    /** What a cell magic does. */
    @FunctionalInterface
    interface CellFunction {
        Object execute(List<String> arguments, String body) throws Exception;
    }
}
