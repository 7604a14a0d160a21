package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import java.util.List;

/**
 * A magic made of its parts.
 *
 * @param name without percent sign
 * @param aliases other names
 * @param help what {@link Magic#help} says
 * @param isLine whether it may stand on a line
 * @param isCell whether it may stand above a cell
 * @param work what it does
 */
public record BuiltinMagic(
        String name, List<String> aliases, String help, boolean isLine, boolean isCell, Work work)
        implements Magic {

    /** What a magic does. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does a call's work and returns its value, null for none; what it throws is the cell's
         * error.
         */
        Object run(MagicCall call) throws Exception;
    }

    /** A line magic. */
    public static BuiltinMagic line(String name, String help, Work work) {
        return new BuiltinMagic(name, List.of(), help, true, false, work);
    }

    /** The same with other names. */
    public BuiltinMagic or(String... others) {
        return new BuiltinMagic(name, List.of(others), help, isLine, isCell, work);
    }

    /** The same, which may also stand above a cell. */
    public BuiltinMagic orAboveCell() {
        return new BuiltinMagic(name, aliases, help, isLine, true, work);
    }

    @Override
    public Object run(MagicCall call) throws Exception {
        return work.run(call);
    }
}
