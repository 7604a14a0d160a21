package io.github.alprolab.dsl.shard;

import io.github.alprolab.dsl.progress.Progress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Makes the shards of one piece of work that are not finished, by an engine.
 *
 * @param engine that does it
 * @param title what is said of it
 * @param again how the user goes on where it was stopped, such as {@code .embed() again}
 */
public record Shards(ShardEngine engine, Title title, String again) {
    /**
     * Words of progress.
     *
     * @param doing such as {@code embedding}
     * @param done such as {@code embedded}
     * @param items what is counted, such as {@code clips}
     */
    public record Title(String doing, String done, String items) {}

    /**
     * Makes what is missing; asks for no progress where nothing is.
     *
     * @param works all of them; a finished one is never done again
     * @throws CancellationException where it was stopped
     */
    public void make(List<? extends ShardWork> works, Supplier<Progress> shown) {
        List<ShardWork> open = open(works);
        if (!open.isEmpty()) {
            try (Progress progress = shown.get()) {
                make(works, open, progress, progress::stopRequested);
            }
        }
    }

    /** The same within a progress of somebody else, who says when to stop. */
    public void make(List<? extends ShardWork> works, Progress progress, BooleanSupplier stop) {
        List<ShardWork> open = open(works);
        if (!open.isEmpty()) {
            make(works, open, progress, stop);
        }
    }

    private static List<ShardWork> open(List<? extends ShardWork> works) {
        List<ShardWork> open = new ArrayList<>(works);
        open.removeIf(work -> work.finished().isPresent());
        return open;
    }

    private void make(
            List<? extends ShardWork> works,
            List<ShardWork> open,
            Progress progress,
            BooleanSupplier stop) {
        int total = items(works);
        engine.run(open, new ShardProgress(progress, stop, title, total - items(open), total));
        if (open.stream().anyMatch(work -> !Files.exists(work.file()))) {
            throw new CancellationException(
                    "The %s was stopped; %s goes on with the shards that are missing"
                            .formatted(title.doing(), again));
        }
    }

    private static int items(List<? extends ShardWork> works) {
        return works.stream().mapToInt(ShardWork::items).sum();
    }
}
