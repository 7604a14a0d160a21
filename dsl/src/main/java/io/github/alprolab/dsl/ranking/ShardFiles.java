package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.SummedFile;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardDone;
import io.github.alprolab.dsl.shard.ShardWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Files of a measurement that is cut into shards: whole and of the same origin, or made anew. */
final class ShardFiles {
    private static final String ADVICE =
            "Make room or put the folder back where driver and executors reach it, then"
                    + " run(engine) again: finished shards stay";

    private ShardFiles() {}

    /** What reads and writes files. */
    @FunctionalInterface
    interface Handling {
        void run() throws IOException;
    }

    static Optional<ShardDone> finished(ShardWork work, String origin) {
        return SummedFile.isWhole(work.file(), origin)
                ? Optional.of(done(work, true, 0))
                : Optional.empty();
    }

    static Optional<ShardDone> made(ShardWork work, BooleanSupplier stop, Runnable making) {
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        making.run();
        return Optional.of(done(work, false, (System.nanoTime() - start) / 1e9));
    }

    private static ShardDone done(ShardWork work, boolean already, double seconds) {
        return new ShardDone(work.number(), work.items(), 0, already, seconds);
    }

    /**
     * @throws AdviceException where a file cannot be read or written
     */
    static void handle(Path file, Handling handling) {
        try {
            handling.run();
        } catch (IOException e) {
            throw AdviceException.unreadable("The shard " + file + " cannot be used", e, ADVICE);
        }
    }
}
