package io.github.alprolab.dsl.shard;

/**
 * Where engines of other modules come from; found by {@link java.util.ServiceLoader}. An
 * implementation has a public constructor without parameters.
 */
public interface EngineProvider {
    /** The word that asks for it, such as {@code spark}. */
    String name();

    /**
     * An engine, which the caller closes; may start nothing before it is given work.
     *
     * @param place where it works, as its own words say it, such as {@code local[2]}
     */
    ShardEngine engine(String place);
}
