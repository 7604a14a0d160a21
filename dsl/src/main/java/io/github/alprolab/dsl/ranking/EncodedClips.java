package io.github.alprolab.dsl.ranking;

import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardModel;
import io.github.alprolab.dsl.shard.ShardWorker;
import java.util.List;
import java.util.function.Function;

/**
 * A batch of clips, encoded into a file. One that cannot be read ends the measurement, as it does
 * without shards.
 *
 * @param model that encodes them
 * @param tokens whether VTM will judge them
 * @param place of the file
 * @param origin of what and by what it is made
 * @param rows at most {@value Retriever#BATCH}
 */
record EncodedClips(
        ShardModel model,
        boolean tokens,
        String place,
        int number,
        String origin,
        List<ClipRow> rows)
        implements ScoredShard {
    /** Keeps them in a list that can be sent. */
    EncodedClips {
        rows = List.copyOf(rows);
    }

    @Override
    public int items() {
        return rows.size();
    }

    @Override
    public EncodedClips modelAt(String elsewhere) {
        return new EncodedClips(model.at(elsewhere), tokens, place, number, origin, rows);
    }

    @Override
    public void write() {
        byte[] pixels = pixels();
        ShardWorker.ask(
                model,
                opened -> {
                    ShardFiles.handle(file(), () -> opened.encode(pixels, tokens, file(), origin));
                    return null;
                });
    }

    /** Decoded while other threads of this process are at the model. */
    private byte[] pixels() {
        List<Pair> pairs = rows.stream().map(ClipRow::pair).toList();
        Retriever decodes = ShardWorker.ask(model, Function.identity());
        try {
            return decodes.pixels(pairs);
        } catch (ClipException e) {
            throw new AdviceException(
                    "C10", e.getMessage(), "Then run(engine) goes on with the clips that are left");
        }
    }
}
