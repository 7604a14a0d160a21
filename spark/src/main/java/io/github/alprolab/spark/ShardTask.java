package io.github.alprolab.spark;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardWork;
import io.github.alprolab.dsl.shard.ShardWorker;
import java.io.Serializable;
import org.apache.spark.SparkFiles;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * What an executor does: the one shard of a partition. The model is opened once in its process,
 * where {@link ShardWorker} keeps it.
 */
final class ShardTask extends AbstractFunction1<Iterator<ShardWork>, ShardAttempt>
        implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public ShardAttempt apply(Iterator<ShardWork> shard) {
        ShardWork work = shard.next();
        try {
            return ShardAttempt.done(
                    ShardWorker.run(work.modelAt(SparkFiles.get(work.model().file()))));
        } catch (AdviceException e) {
            // Spark would try again what no other executor can do either.
            return ShardAttempt.refused(e);
        }
    }
}
