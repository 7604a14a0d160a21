package io.github.alprolab.dsl.shard;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The work of one shard, which is to make a file. Numbers and texts alone, so that another process
 * can do it, and the same file wherever it is done.
 */
public interface ShardWork extends Serializable {
    /** From 0. */
    int number();

    /** How many clips, or pairs of a text and a clip, it is about; at least 1. */
    int items();

    /** The file that it makes, whole or not at all. */
    Path file();

    /** The model that it asks. */
    ShardModel model();

    /** The same work where the file of the model lies elsewhere. */
    ShardWork modelAt(String elsewhere);

    /**
     * What is there already; none where it has to be made, because it is missing or damaged.
     *
     * @throws io.github.alprolab.dsl.check.AdviceException where the file was made of something
     *     else
     */
    Optional<ShardDone> finished();

    /**
     * Makes the file, asking the model by {@link ShardWorker#ask}. Two processes may do so at once.
     *
     * @param stop asked in between; then nothing is left behind
     * @return none where it was stopped
     * @throws io.github.alprolab.dsl.check.AdviceException for what the user has to put right
     */
    Optional<ShardDone> make(BooleanSupplier stop);
}
