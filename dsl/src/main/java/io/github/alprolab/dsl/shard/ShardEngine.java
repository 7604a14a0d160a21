package io.github.alprolab.dsl.shard;

import java.util.List;

/** Does the work of shards by {@link ShardWorker}, somewhere. */
public interface ShardEngine {
    /**
     * Returns when all of it is done, or a stop was asked for. What ended it otherwise is thrown.
     *
     * @param works shards that are not finished yet
     */
    void run(List<ShardWork> works, ShardNews news);
}
