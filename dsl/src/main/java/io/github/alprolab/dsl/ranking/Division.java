package io.github.alprolab.dsl.ranking;

import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.shard.ShardEngine;
import java.util.List;

/**
 * By whom a measurement is done that is cut into shards.
 *
 * @param engine that does them
 * @param rows the clips of the measurement, in its order
 * @param weights hash of the model's
 */
public record Division(ShardEngine engine, List<ClipRow> rows, String weights) {
    /** Keeps the rows that are there now. */
    public Division {
        rows = List.copyOf(rows);
    }
}
