package io.github.alprolab.datasets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Pairs divided by whether their clips can be read to the end.
 *
 * @param pairs those that can, in their order
 * @param unreadable why the others cannot, in their order
 */
public record ReadablePairs(List<Pair> pairs, List<ClipException> unreadable) {
    public ReadablePairs {
        pairs = List.copyOf(pairs);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Asks every clip whether it can be read to the end.
     *
     * @param threads decode at once, at least 1
     * @throws IllegalStateException if the thread is interrupted
     */
    public static ReadablePairs check(List<Pair> pairs, int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, daemons());
        try {
            List<Future<?>> checks = new ArrayList<>();
            pairs.forEach(p -> checks.add(workers.submit(() -> p.clip().requireReadable())));
            List<Pair> readable = new ArrayList<>();
            List<ClipException> unreadable = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                int at = i;
                faultOf(checks.get(i))
                        .ifPresentOrElse(unreadable::add, () -> readable.add(pairs.get(at)));
            }
            return new ReadablePairs(readable, unreadable);
        } finally {
            workers.shutdownNow();
        }
    }

    /** How many clips cannot be read, by kind of cause. */
    public Map<ClipFault, Integer> counts() {
        Map<ClipFault, Integer> counts = new EnumMap<>(ClipFault.class);
        unreadable.forEach(e -> counts.merge(e.fault(), 1, Integer::sum));
        return counts;
    }

    private static Optional<ClipException> faultOf(Future<?> check) {
        try {
            check.get();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("checking the clips was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClipException fault) {
                return Optional.of(fault);
            }
            throw new IllegalStateException("a clip could not be checked", e.getCause());
        }
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "clip-check");
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public String toString() {
        return unreadable.isEmpty()
                ? pairs.size() + " clips, all readable"
                : "%d readable clips, %d left out %s; the first: %s"
                        .formatted(
                                pairs.size(),
                                unreadable.size(),
                                counts(),
                                unreadable.get(0).getMessage());
    }
}
