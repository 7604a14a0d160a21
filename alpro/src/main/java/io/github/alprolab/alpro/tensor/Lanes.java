package io.github.alprolab.alpro.tensor;

import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Work on parts of a batch side by side, each on one thread from its first operation to its last.
 * The engine shares single operations among threads instead, and meets after each: between matrix
 * products that pass over memory takes longer than the work.
 */
final class Lanes {
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    work -> {
                        Thread thread = new Thread(() -> alone(work), "alprolab lane");
                        thread.setDaemon(true);
                        return thread;
                    });

    private Lanes() {}

    private static void alone(Runnable work) {
        JniUtils.setNumThreads(1); // whatever another device's threads take over at this moment
        Compute.quiet();
        work.run();
    }

    /** As many as the engine has threads for one operation, but no more than there are rows. */
    static int count(int rows) {
        return Math.max(1, Math.min(rows, JniUtils.getNumThreads()));
    }

    /**
     * Runs the work of lanes 0 to {@code count - 1} and waits for all of them, whatever happens to
     * one. An interrupt does not end the wait; the thread stays interrupted.
     *
     * @return their results in order
     */
    static <R> List<R> each(int count, IntFunction<R> work) {
        if (count == 1) {
            return List.of(work.apply(0)); // with all threads of the engine
        }
        int threads = JniUtils.getNumThreads();
        JniUtils.setNumThreads(1); // what new threads take over, and this one while it is a lane
        try {
            List<CompletableFuture<R>> lanes = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int lane = i;
                lanes.add(CompletableFuture.supplyAsync(() -> work.apply(lane), THREADS));
            }
            lanes.add(0, own(() -> work.apply(0)));
            return joined(lanes);
        } finally {
            JniUtils.setNumThreads(threads);
        }
    }

    private static <R> CompletableFuture<R> own(Supplier<R> work) {
        return CompletableFuture.supplyAsync(work, Runnable::run);
    }

    static <R> List<R> joined(List<CompletableFuture<R>> lanes) {
        try {
            CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
        return lanes.stream().map(CompletableFuture::join).toList();
    }
}
