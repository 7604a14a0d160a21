package io.github.alprolab.kernel.api;

import java.util.List;

/**
 * A command of cells that is not Java: {@code %name arguments} on a line of its own or behind an
 * {@code =}, or {@code %%name arguments} as the first line of a cell whose other lines it takes.
 */
public interface Magic {

    /** The name without its percent sign: letters, digits and underscores. */
    String name();

    /** Other names. */
    default List<String> aliases() {
        return List.of();
    }

    /** What it does in one sentence, then, after a line break, how it is written. */
    String help();

    /** Whether it may stand on a line. */
    default boolean isLine() {
        return true;
    }

    /** Whether it may stand above the lines of a cell. */
    default boolean isCell() {
        return false;
    }

    /**
     * Does its work. What it returns is the value of {@code var x = %name}; null stands for
     * nothing.
     *
     * @throws MagicException for a call that its author has to change
     */
    Object run(MagicCall call) throws Exception;
}
