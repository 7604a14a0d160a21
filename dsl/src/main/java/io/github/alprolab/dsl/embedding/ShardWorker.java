package io.github.alprolab.dsl.embedding;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.RetrievalPlace;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.trained.KeptModel;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.record.WeightsHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Does the work of a shard in this process. The model is opened once for all shards that have the
 * same; several threads may work on shards of their own: they decode side by side and take turns in
 * the model.
 */
public final class ShardWorker {
    /** Word pieces of a text; no text is read here. */
    private static final int WORDS = 8;

    private static final KeptModel<Use, Retriever> MODEL =
            new KeptModel<>(ShardWorker::open, Retriever::close);

    private ShardWorker() {}

    private record Use(ModelFile file, String hash, int frames, int size) {
        static Use of(ShardWork work) {
            ModelFile file = new ModelFile(Path.of(work.checkpoint()), work.heads());
            return new Use(file, work.model(), work.frames(), work.size());
        }
    }

    /**
     * Makes the shard's file, unless it is there. Clips that cannot be read are rows with the
     * cause. Two processes may do so at once: both make the same.
     *
     * @throws AdviceException for a model that cannot be used or is another than the shard wants,
     *     for a file that was made by another model or of other data, and where none can be written
     */
    public static ShardDone run(ShardWork work) {
        return run(work, () -> false).orElseThrow();
    }

    /** The same, unless it is asked to stop in between: then nothing is left behind. */
    static Optional<ShardDone> run(ShardWork work, BooleanSupplier stop) {
        long start = System.nanoTime();
        Optional<ShardDone> before = FinishedShard.of(work);
        if (before.isPresent()) {
            return before;
        }
        return embedded(work, stop).map(all -> finished(work, all, start));
    }

    /** Leaves a file alone that another attempt at the same shard has finished meanwhile. */
    private static ShardDone finished(ShardWork work, List<EmbeddedClip> all, long start) {
        return FinishedShard.of(work)
                .orElseGet(
                        () -> {
                            write(work, all);
                            return new ShardDone(
                                    work.number(),
                                    all.size(),
                                    FinishedShard.failed(all),
                                    false,
                                    (System.nanoTime() - start) / 1e9);
                        });
    }

    /** Frees the model; the next work opens it again. */
    static void close() {
        MODEL.close();
    }

    private static Optional<List<EmbeddedClip>> embedded(ShardWork work, BooleanSupplier stop) {
        List<EmbeddedClip> all = new ArrayList<>();
        Decoding decoding = new Decoding(work);
        while (decoding.hasNext()) {
            if (stop.getAsBoolean()) {
                decoding.cancel();
                return Optional.empty();
            }
            List<Decoded> batch = decoding.next();
            all.addAll(encoded(work, batch));
        }
        return Optional.of(all);
    }

    private static List<EmbeddedClip> encoded(ShardWork work, List<Decoded> batch) {
        byte[] pixels = Decoded.joined(batch);
        float[][] vectors =
                pixels.length == 0
                        ? new float[0][]
                        : MODEL.ask(Use.of(work), model -> model.vectors(pixels));
        List<EmbeddedClip> clips = new ArrayList<>();
        int next = 0;
        for (Decoded clip : batch) {
            ClipRow row = clip.row();
            clips.add(
                    clip.cause().isPresent()
                            ? EmbeddedClip.failed(row, clip.cause().orElseThrow())
                            : EmbeddedClip.of(row, vectors[next++]));
        }
        return clips;
    }

    private static void write(ShardWork work, List<EmbeddedClip> clips) {
        try {
            FeatureFile.write(work.file(), work.about(), clips);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The shard cannot be written: " + work.file(),
                    e,
                    ".into(\"another-folder\") with room, then .embed() again: finished shards stay");
        }
    }

    private static Retriever open(Use use) {
        try {
            String found = WeightsHash.of(use.file());
            if (!found.equals(use.hash())) {
                throw new AdviceException(
                        "C50",
                        "%s has other weights (%.8s) than this gallery was begun with (%.8s)."
                                .formatted(use.file(), found, use.hash()),
                        "Gallery.of(clips).from(checkpoint).into(\"another-folder\").embed()");
            }
            RetrievalInput input =
                    new RetrievalInput(use.frames(), use.size(), WORDS, PositionRule.GRID);
            FrameCache none = FrameCache.ofBytes(0);
            return Retriever.load(
                    use.file(), input, none, RetrievalPlace.of(DeviceChoice.AUTO), () -> {});
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used", e, "Checkpoint.load(path) says what is wrong");
        }
    }
}
