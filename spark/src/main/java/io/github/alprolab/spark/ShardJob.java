package io.github.alprolab.spark;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardNews;
import io.github.alprolab.dsl.shard.ShardWork;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Failure;

/**
 * One job with a partition for each shard. Results come as tasks end, not all at the end.
 *
 * @param context that runs it
 * @param news told of each shard; asked whether to stop
 */
record ShardJob(SparkContext context, ShardNews news) {
    /** Milliseconds between two looks at whether a stop was asked for, which tells nobody. */
    private static final long POLL = 100;

    void run(List<ShardWork> works) {
        AtomicReference<AdviceException> refused = new AtomicReference<>();
        RDD<ShardWork> shards =
                JavaSparkContext.fromSparkContext(context).parallelize(works, works.size()).rdd();
        SimpleFutureAction<BoxedUnit> job =
                context.submitJob(
                        shards,
                        new ShardTask(),
                        CollectionConverters.asScala(
                                        IntStream.range(0, works.size())
                                                .boxed()
                                                .map(Object.class::cast)
                                                .toList())
                                .toSeq(),
                        handler(refused),
                        nothing());
        await(job, refused);
    }

    /** Called by Spark's scheduler, one result at a time. */
    private AbstractFunction2<Object, ShardAttempt, BoxedUnit> handler(
            AtomicReference<AdviceException> refused) {
        return new AbstractFunction2<>() {
            @Override
            public BoxedUnit apply(Object partition, ShardAttempt attempt) {
                try {
                    news.done(attempt.orThrow());
                } catch (AdviceException e) {
                    refused.compareAndSet(null, e);
                }
                return BoxedUnit.UNIT;
            }
        };
    }

    private static AbstractFunction0<BoxedUnit> nothing() {
        return new AbstractFunction0<>() {
            @Override
            public BoxedUnit apply() {
                return BoxedUnit.UNIT;
            }
        };
    }

    private void await(
            SimpleFutureAction<BoxedUnit> job, AtomicReference<AdviceException> refused) {
        try {
            while (!job.isCompleted() && refused.get() == null && !news.stopRequested()) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean completed = job.isCompleted();
        if (!completed) {
            job.cancel();
        }
        if (refused.get() != null) {
            throw refused.get();
        }
        if (completed && job.value().get() instanceof Failure<?> failure) {
            throw failed(failure.exception());
        }
    }

    private static AdviceException failed(Throwable cause) {
        AdviceException advice =
                new AdviceException(
                        "C53",
                        "Spark gave up: " + cause.getMessage(),
                        "The same call again goes on with the shards that are left");
        advice.initCause(cause);
        return advice;
    }
}
