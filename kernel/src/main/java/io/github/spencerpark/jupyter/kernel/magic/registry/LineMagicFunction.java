package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;

/**
 * What a line magic does.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface LineMagicFunction<T> {
    /** Does a call's work. */
    T execute(List<String> arguments) throws Exception;
}
