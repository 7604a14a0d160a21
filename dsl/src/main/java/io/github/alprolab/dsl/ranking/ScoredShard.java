package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.SummedFile;
import io.github.alprolab.dsl.shard.ShardDone;
import io.github.alprolab.dsl.shard.ShardWork;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A shard of a measurement, whose file is whole and of the same origin, or made anew. */
interface ScoredShard extends ShardWork {
    /** Of the file. */
    String place();

    /** Of what and by what the file is made. */
    String origin();

    /** Makes the file. */
    void write();

    @Override
    default Path file() {
        return Path.of(place());
    }

    @Override
    default Optional<ShardDone> finished() {
        return SummedFile.isWhole(file(), origin()) ? Optional.of(done(true, 0)) : Optional.empty();
    }

    @Override
    default Optional<ShardDone> make(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        write();
        return Optional.of(done(false, (System.nanoTime() - start) / 1e9));
    }

    private ShardDone done(boolean already, double seconds) {
        return new ShardDone(number(), items(), 0, already, seconds);
    }
}
