package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.record.RunLock;
import io.github.alprolab.dsl.shard.ShardEngine;
import io.github.alprolab.dsl.shard.Shards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the shards of a gallery's part: those that are not finished, by an engine. */
public final class EmbeddingWork {
    /** Clips that are encoded at once. */
    private static final int BATCH = 32;

    private static final Shards.Title TITLE = new Shards.Title("embedding", "embedded", "clips");

    private static final String STILL =
            "Wait for it: another session embeds into this folder; or .into(\"another-folder\")";

    private EmbeddingWork() {}

    /**
     * Begins a gallery, or goes on with it.
     *
     * @param record without parts
     * @param rows at least one, with different ids
     * @throws AdviceException C50 where the folder has a gallery of another model or other clips
     */
    public static void begin(
            Path folder, GalleryRecord record, List<ClipRow> rows, ShardEngine engine) {
        RunLock.holding(folder, STILL, () -> beginAlone(folder, record, rows, engine));
    }

    private static void beginAlone(
            Path folder, GalleryRecord record, List<ClipRow> rows, ShardEngine engine) {
        GalleryRecord planned = record.and(part(record, rows));
        if (GalleryRecord.exists(folder)) {
            requireSame(folder, planned, GalleryRecord.read(folder));
        } else {
            planned.write(folder);
        }
        run(folder, planned, planned.parts().get(0), rows, engine);
    }

    /**
     * Adds clips to a gallery, or goes on with adding them; does nothing where they are there.
     *
     * @throws AdviceException C50 where other clips are half added
     */
    public static void add(Path folder, List<ClipRow> rows, ShardEngine engine) {
        RunLock.holding(folder, STILL, () -> addAlone(folder, rows, engine));
    }

    private static void addAlone(Path folder, List<ClipRow> rows, ShardEngine engine) {
        GalleryRecord known = GalleryRecord.read(folder);
        String data = ClipRow.hash(rows);
        Optional<GalleryRecord.Part> begun =
                known.parts().stream().filter(p -> p.data().equals(data)).findFirst();
        GalleryRecord.Part part = begun.orElseGet(() -> part(known, rows));
        if (begun.isEmpty()) {
            requireFinished(folder, known);
            known.and(part).write(folder);
        }
        run(folder, known, part, rows, engine);
    }

    private static GalleryRecord.Part part(GalleryRecord known, List<ClipRow> rows) {
        int shards = (rows.size() + known.shard() - 1) / known.shard();
        return new GalleryRecord.Part(known.next(), shards, rows.size(), ClipRow.hash(rows));
    }

    private static void requireFinished(Path folder, GalleryRecord known) {
        if (known.finished(folder).size() < known.parts().size()) {
            throw new AdviceException(
                    "C50",
                    "Clips that were added to %s before are not finished.".formatted(folder),
                    "gallery.add(…) of the same clips goes on with them");
        }
    }

    private static void requireSame(Path folder, GalleryRecord planned, GalleryRecord found) {
        Optional<String> other =
                difference("model", planned.model(), found.model())
                        .or(
                                () ->
                                        difference(
                                                "shape of clips",
                                                planned.frames() + " frames of " + planned.size(),
                                                found.frames() + " frames of " + found.size()))
                        .or(() -> difference("shard", planned.shard() + "", found.shard() + ""))
                        .or(
                                () ->
                                        difference(
                                                "list of clips",
                                                planned.parts().get(0).data(),
                                                found.parts().isEmpty()
                                                        ? ""
                                                        : found.parts().get(0).data()));
        if (other.isPresent()) {
            throw new AdviceException(
                    "C50",
                    "%s holds a gallery of another %s; they are not mixed."
                            .formatted(folder, other.get()),
                    ".into(\"another-folder\"), or Gallery.open(\"%s\").add(clips) for more clips"
                            .formatted(folder.getFileName()));
        }
    }

    private static Optional<String> difference(String what, String planned, String found) {
        return planned.equals(found)
                ? Optional.empty()
                : Optional.of("%s (%.12s, not %.12s)".formatted(what, found, planned));
    }

    private static void run(
            Path folder,
            GalleryRecord record,
            GalleryRecord.Part part,
            List<ClipRow> rows,
            ShardEngine engine) {
        removePartial(folder);
        new Shards(engine, TITLE, ".embed() again")
                .make(works(folder, record, part, rows), FrontEnd.current()::start);
    }

    private static List<EmbeddedShard> works(
            Path folder, GalleryRecord record, GalleryRecord.Part part, List<ClipRow> rows) {
        String place = folder.toAbsolutePath().toString();
        return IntStream.range(0, part.shards())
                .mapToObj(
                        i ->
                                new EmbeddedShard(
                                        record.shardModel(),
                                        BATCH,
                                        place,
                                        part.first() + i,
                                        rows.subList(
                                                i * record.shard(),
                                                Math.min(rows.size(), (i + 1) * record.shard()))))
                .toList();
    }

    /** What processes left that were killed while they wrote. */
    private static void removePartial(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(EmbeddingWork::isPartial).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The gallery cannot be written", e, ".into(\"a-folder-that-can-be-written\")");
        }
    }

    private static boolean isPartial(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(".partial");
    }
}
