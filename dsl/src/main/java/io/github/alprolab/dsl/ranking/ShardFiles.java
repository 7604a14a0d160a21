package io.github.alprolab.dsl.ranking;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.IOException;
import java.nio.file.Path;

/** Files of a measurement that is cut into shards. */
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
