package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.parquet.ClipRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The clips of a shard, decoded on all processors a batch and one ahead of the one thread that
 * takes them. All shards of this process share the threads.
 */
final class Decoding {
    private static final int AHEAD = 2;

    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    task -> {
                        Thread thread = new Thread(task, "alprolab-decoding");
                        thread.setDaemon(true);
                        return thread;
                    });

    private final EmbeddedShard work;
    private final Deque<List<Future<Decoded>>> ahead = new ArrayDeque<>();
    private int ordered;

    Decoding(EmbeddedShard work) {
        this.work = work;
        for (int i = 0; i < AHEAD; i++) {
            order();
        }
    }

    private void order() {
        int end = Math.min(work.rows().size(), ordered + work.batch());
        if (ordered < end) {
            List<Future<Decoded>> batch = new ArrayList<>();
            for (ClipRow row : work.rows().subList(ordered, end)) {
                batch.add(THREADS.submit(() -> Decoded.of(row, work.frames(), work.size())));
            }
            ahead.add(batch);
            ordered = end;
        }
    }

    boolean hasNext() {
        return !ahead.isEmpty();
    }

    /** The next batch, in the order of the rows. */
    List<Decoded> next() {
        List<Decoded> batch = new ArrayList<>();
        try {
            for (Future<Decoded> clip : ahead.remove()) {
                batch.add(clip.get());
            }
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            cancel();
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
        order();
        return batch;
    }

    /** What is not begun is not decoded. */
    void cancel() {
        ahead.forEach(batch -> batch.forEach(clip -> clip.cancel(false)));
        ahead.clear();
    }
}
