package io.github.alprolab.dsl.embedding;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.alpro.trained.TrainedModel;
import io.github.alprolab.datasets.file.AtomicFile;
import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.RankingChecks;
import io.github.alprolab.dsl.record.CanonicalJson;
import io.github.alprolab.dsl.shard.ShardModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a gallery's folder says of itself, {@code gallery.json}: by which model it is made, in which
 * parts its clips came, and what was removed.
 *
 * @param format changes when the folder is laid out in another way
 * @param checkpoint path of the model's file when the gallery was begun
 * @param heads attention heads of each block; 0 where the file says it
 * @param model hash of its weights
 * @param frames T of a clip
 * @param size edge of a frame in pixels
 * @param shard clips of a shard
 * @param parts in the order in which they came
 * @param removed in the order in which they went
 */
public record GalleryRecord(
        String format,
        String checkpoint,
        int heads,
        String model,
        int frames,
        int size,
        int shard,
        List<Part> parts,
        List<Removed> removed) {
    private static final String FILE = "gallery.json";

    /** Word pieces of a text: as many as {@code Pairs} has. */
    private static final int WORDS = 30;

    public GalleryRecord {
        parts = List.copyOf(parts);
        removed = List.copyOf(removed);
    }

    /** Of a gallery without clips yet. */
    public static GalleryRecord begun(
            ModelFile model, String hash, int frames, int size, int shard) {
        return new GalleryRecord(
                EmbeddedShard.FORMAT,
                model.path().toAbsolutePath().toString(),
                model.heads(),
                hash,
                frames,
                size,
                shard,
                List.of(),
                List.of());
    }

    /**
     * Clips that came at once.
     *
     * @param first number of their first shard
     * @param shards how many
     * @param clips how many
     * @param data hash of their rows
     */
    public record Part(int first, int shards, int clips, String data) {
        Stream<Path> files(Path folder) {
            return IntStream.range(first, first + shards)
                    .mapToObj(n -> EmbeddedShard.file(folder, n));
        }

        /** Whether all of its shards are there. */
        boolean finished(Path folder) {
            return files(folder).allMatch(Files::exists);
        }
    }

    /**
     * A clip that is no longer searched.
     *
     * @param position among all rows, from 0
     * @param id its name
     */
    public record Removed(int position, String id) {}

    /** Whether a folder has one. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Reads it.
     *
     * @throws AdviceException C50 where there is none, or none of ours
     */
    public static GalleryRecord read(Path folder) {
        if (!exists(folder)) {
            throw refused(folder + " holds no gallery: there is no " + FILE + " in it.", folder);
        }
        try {
            String text = Files.readString(folder.resolve(FILE));
            GalleryRecord found = CanonicalJson.read(text, GalleryRecord.class);
            if (!EmbeddedShard.FORMAT.equals(found.format())) {
                throw refused("The gallery in " + folder + " is of another version.", folder);
            }
            return found;
        } catch (IOException | IllegalArgumentException e) {
            throw refused(
                    "%s cannot be read: %s".formatted(folder.resolve(FILE), e.getMessage()),
                    folder);
        }
    }

    private static AdviceException refused(String what, Path folder) {
        return new AdviceException(
                "C50",
                what,
                "Gallery.of(clips).from(checkpoint).into(\"%s\").embed()"
                        .formatted(folder.getFileName()));
    }

    /** Writes it whole or not at all. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve(FILE), CanonicalJson.write(this));
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The gallery cannot be written", e, ".into(\"a-folder-that-can-be-written\")");
        }
    }

    /** Parts whose shards are all there, up to the first that is not finished. */
    public List<Part> finished(Path folder) {
        return parts.stream().takeWhile(p -> p.finished(folder)).toList();
    }

    /** Shards of all parts, finished or not. */
    int shards() {
        return parts.stream().mapToInt(Part::shards).sum();
    }

    /** The number of the next shard. */
    int next() {
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).first() + last().shards();
    }

    private Part last() {
        return parts.get(parts.size() - 1);
    }

    /** With one more part. */
    public GalleryRecord and(Part part) {
        return with(Stream.concat(parts.stream(), Stream.of(part)).toList(), removed);
    }

    /** With more clips that are gone. */
    public GalleryRecord without(List<Removed> more) {
        return with(parts, Stream.concat(removed.stream(), more.stream()).toList());
    }

    /** Whether VTM of its model orders anything; true where its file cannot be asked. */
    boolean canMatch() {
        try {
            ModelFile file = new ModelFile(Path.of(checkpoint), heads);
            return RankingChecks.canMatch(TrainedModel.open(file).manifest());
        } catch (IOException e) {
            return true;
        }
    }

    /** The model with what it reads of a clip and of a text. */
    ShardModel shardModel() {
        RetrievalInput input = new RetrievalInput(frames, size, WORDS, PositionRule.GRID);
        return ShardModel.of(new ModelFile(Path.of(checkpoint), heads), model, input);
    }

    private GalleryRecord with(List<Part> some, List<Removed> gone) {
        return new GalleryRecord(format, checkpoint, heads, model, frames, size, shard, some, gone);
    }

    /** Hash of what was removed. */
    String state() {
        Digest sum = Digest.sha256();
        removed.forEach(r -> sum.add(Integer.toString(r.position())));
        return sum.hex();
    }

    /** Whose vectors they are. */
    String owner() {
        return owner(parts.isEmpty() ? "" : parts.get(0).data());
    }

    /** Whose vectors those of some clips would be: a name for them. */
    public String owner(List<ClipRow> rows) {
        return owner(ClipRow.hash(rows));
    }

    private String owner(String data) {
        return Digest.sha256().add(model).add(data).add(frames + " " + size).hex();
    }
}
