package io.github.alprolab.spark;

import io.github.alprolab.dsl.shard.EngineProvider;
import io.github.alprolab.dsl.shard.ShardEngine;

/** Offers Spark to {@code Engine.spark(master)}. */
public final class SparkProvider implements EngineProvider {
    @Override
    public String name() {
        return "spark";
    }

    /**
     * An engine on the cluster of a master.
     *
     * @param place as Spark takes it: {@code local[2]}, {@code spark://host:7077}, {@code yarn}
     */
    @Override
    public ShardEngine engine(String place) {
        return new SparkEngine(place);
    }
}
