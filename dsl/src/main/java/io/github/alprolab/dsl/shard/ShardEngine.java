package io.github.alprolab.dsl.shard;

import java.util.List;

/**
 * Does the work of shards by {@link ShardWorker}, somewhere. What it starts for its first work,
 * such as processes and models, it keeps for the next until it is closed.
 */
public interface ShardEngine extends AutoCloseable {
    /**
     * Returns when all of it is done, or a stop was asked for. What ended it otherwise is thrown.
     *
     * @param works shards that are not finished yet
     */
    void run(List<ShardWork> works, ShardNews news);

    /** Ends what it started. */
    @Override
    void close();
}
