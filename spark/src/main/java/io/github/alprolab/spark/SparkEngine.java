package io.github.alprolab.spark;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardEngine;
import io.github.alprolab.dsl.shard.ShardNews;
import io.github.alprolab.dsl.shard.ShardWork;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;

/**
 * Runs every shard as one task of one job. Spark schedules, fetches jars and model, and does again
 * what a lost executor had begun; a shard that was finished is never among the works.
 *
 * <p>A context that it starts goes on until it is closed, so that executors keep jars and model for
 * the next job; one that a cell or a spark-submit made goes on afterwards.
 */
final class SparkEngine implements ShardEngine {
    private final String master;
    private Optional<SparkContext> started = Optional.empty();

    /**
     * Starts nothing yet.
     *
     * @param master as Spark takes it
     */
    SparkEngine(String master) {
        this.master = master;
    }

    @Override
    public void run(List<ShardWork> works, ShardNews news) {
        SparkContext context = context();
        ExecutorNews listener = new ExecutorNews(news);
        context.addSparkListener(listener);
        try {
            new ShardJob(context, news).run(ShippedModels.to(context, works));
        } finally {
            context.removeSparkListener(listener);
        }
    }

    @Override
    public void close() {
        started.ifPresent(SparkContext::stop);
        started = Optional.empty();
    }

    private SparkContext context() {
        if (SparkEnv.get() != null) {
            return running();
        }
        started = Optional.of(start());
        return started.get();
    }

    private SparkContext start() {
        try {
            return SparkContext.getOrCreate(SparkSettings.of(master, ShippedJars.ofThisProcess()));
        } catch (Exception e) { // checked ones too, which Scala does not declare
            throw failed(e);
        }
    }

    private SparkContext running() {
        SparkContext context = SparkContext.getOrCreate();
        if (!context.master().equals(master)) {
            throw new AdviceException(
                    "C53",
                    "Spark runs in this process already, on %s, and not on %s; a process has one."
                            .formatted(context.master(), master),
                    "Engine.spark(\"%s\"), or stop the other first: SparkContext.getOrCreate().stop()"
                            .formatted(context.master()));
        }
        return context;
    }

    private AdviceException failed(Exception cause) {
        AdviceException advice =
                new AdviceException(
                        "C53",
                        "Spark does not start on %s: %s".formatted(master, cause.getMessage()),
                        "Engine.spark(\"local[2]\") runs in this process; a master is local[N],"
                                + " local[*], spark://host:7077, yarn or k8s://…");
        advice.initCause(cause);
        return advice;
    }
}
