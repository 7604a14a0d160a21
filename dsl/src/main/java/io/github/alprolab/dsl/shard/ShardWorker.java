package io.github.alprolab.dsl.shard;

import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.trained.KeptModel;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Does the work of shards in this process. The model is opened once for all shards that have the
 * same; several threads may work on shards of their own and take turns in it.
 */
public final class ShardWorker {
    private static final KeptModel<ShardModel, Retriever> MODEL =
            new KeptModel<>(ShardModel::open, Retriever::close);

    private ShardWorker() {}

    /**
     * Makes the shard's file, unless it is there. Two processes may do so at once: both make the
     * same.
     *
     * @throws io.github.alprolab.dsl.check.AdviceException for a model that cannot be used or is
     *     another than the shard wants, for a file that was made by another model or of other data,
     *     and where none can be written
     */
    public static ShardDone run(ShardWork work) {
        return run(work, () -> false).orElseThrow();
    }

    /** The same, unless it is asked to stop in between: then nothing is left behind. */
    public static Optional<ShardDone> run(ShardWork work, BooleanSupplier stop) {
        Optional<ShardDone> before = work.finished();
        return before.isPresent() ? before : work.make(stop);
    }

    /** Asks the model of this process, which is opened where it is another than before. */
    public static <R> R ask(ShardModel model, Function<Retriever, R> question) {
        return MODEL.ask(model, question);
    }

    /** Frees the model; the next work opens it again. */
    static void close() {
        MODEL.close();
    }
}
