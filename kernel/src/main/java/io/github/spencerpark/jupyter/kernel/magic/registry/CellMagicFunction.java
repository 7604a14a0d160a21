package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/**
 * What a cell magic does.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface CellMagicFunction<T> {
    /** Does a call's work. */
    T execute(List<String> arguments, String body) throws Exception;
}
