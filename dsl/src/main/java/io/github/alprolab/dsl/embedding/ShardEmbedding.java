package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardDone;
import io.github.alprolab.dsl.shard.ShardWorker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Embeds the clips of a shard; several threads decode theirs side by side. */
record ShardEmbedding(EmbeddedShard work) {
    Optional<ShardDone> make(BooleanSupplier stop) {
        long start = System.nanoTime();
        return embedded(stop).map(all -> finished(all, start));
    }

    /** Leaves a file alone that another attempt at the same shard has finished meanwhile. */
    private ShardDone finished(List<EmbeddedClip> all, long start) {
        return FinishedShard.of(work)
                .orElseGet(
                        () -> {
                            write(all);
                            return new ShardDone(
                                    work.number(),
                                    all.size(),
                                    FinishedShard.failed(all),
                                    false,
                                    (System.nanoTime() - start) / 1e9);
                        });
    }

    private Optional<List<EmbeddedClip>> embedded(BooleanSupplier stop) {
        List<EmbeddedClip> all = new ArrayList<>();
        Decoding decoding = new Decoding(work);
        while (decoding.hasNext()) {
            if (stop.getAsBoolean()) {
                decoding.cancel();
                return Optional.empty();
            }
            all.addAll(encoded(decoding.next()));
        }
        return Optional.of(all);
    }

    private List<EmbeddedClip> encoded(List<Decoded> batch) {
        byte[] pixels = Decoded.joined(batch);
        float[][] vectors =
                pixels.length == 0
                        ? new float[0][]
                        : ShardWorker.ask(work.model(), model -> model.vectors(pixels));
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

    private void write(List<EmbeddedClip> clips) {
        try {
            FeatureFile.write(work.file(), work.about(), clips);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The shard cannot be written: " + work.file(),
                    e,
                    ".into(\"another-folder\") with room, then .embed() again: finished shards stay");
        }
    }
}
