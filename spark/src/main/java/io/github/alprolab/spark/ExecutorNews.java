package io.github.alprolab.spark;

import io.github.alprolab.dsl.shard.ShardNews;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** What Spark's own listener hears, in the words of progress. */
final class ExecutorNews extends SparkListener {
    private final ShardNews news;

    ExecutorNews(ShardNews news) {
        this.news = news;
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded event) {
        news.note(
                "executor %s on %s: %d cores"
                        .formatted(
                                event.executorId(),
                                event.executorInfo().executorHost(),
                                event.executorInfo().totalCores()));
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
        news.note("executor %s is lost: %s".formatted(event.executorId(), event.reason()));
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        if (event.reason() instanceof TaskFailedReason failure) {
            news.note(
                    "an attempt at a shard failed on executor %s: %s"
                            .formatted(event.taskInfo().executorId(), words(failure)));
        }
    }

    /** Without the stack of the other process. */
    private static String words(TaskFailedReason failure) {
        return failure instanceof ExceptionFailure e
                ? e.className() + ": " + e.description()
                : failure.toErrorString();
    }
}
