package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.index.ExactIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * All rows of a gallery with their vectors, in memory; of the rest of a row only its id. The shards
 * stay what is true: a row is read from its shard when it is shown.
 */
final class GalleryRows {
    private final Path folder;
    private final List<Shard> shards = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> searched = new HashMap<>();
    private Optional<ExactIndex> vectors = Optional.empty();
    private int width;
    private int unreadable;

    private record Shard(Path file, int first, int rows) {
        boolean has(int position) {
            return position >= first && position < first + rows;
        }
    }

    GalleryRows(Path folder) {
        this.folder = folder;
    }

    int count() {
        return ids.size();
    }

    int shards() {
        return shards.size();
    }

    /** Their vectors; positions without one are clips that cannot be read, or were removed. */
    ExactIndex vectors() {
        return vectors.orElseThrow(
                () ->
                        new AdviceException(
                                "C50",
                                "None of the %d clips of this gallery can be read."
                                        .formatted(count()),
                                "gallery.failures() says why"));
    }

    /** How many clips can be found. */
    int searched() {
        return vectors.map(ExactIndex::searched).orElse(0);
    }

    /** Reads the shards of finished parts that were not read yet, and takes out what is removed. */
    void read(GalleryRecord record) {
        List<Path> files = record.finished(folder).stream().flatMap(p -> p.files(folder)).toList();
        for (Path file : files.subList(shards.size(), files.size())) {
            add(file, record);
        }
        record.removed().stream().filter(r -> r.position() < count()).forEach(this::remove);
    }

    private void add(Path file, GalleryRecord record) {
        List<EmbeddedClip> clips = read(file, record);
        shards.add(new Shard(file, count(), clips.size()));
        for (EmbeddedClip clip : clips) {
            ids.add(clip.row().id());
            if (clip.read()) {
                width = width == 0 ? clip.vector().length : width;
                index().add(clip.vector());
                searched.put(clip.row().id(), count() - 1);
            } else {
                unreadable++;
                vectors.ifPresent(ExactIndex::skip);
            }
        }
    }

    /** Made when the first vector tells its width; clips before that could not be read. */
    private ExactIndex index() {
        if (vectors.isEmpty()) {
            ExactIndex index = new ExactIndex(width);
            for (int i = 0; i < count() - 1; i++) {
                index.skip();
            }
            vectors = Optional.of(index);
        }
        return vectors.get();
    }

    private static List<EmbeddedClip> read(Path file, GalleryRecord record) {
        try {
            String model = FeatureFile.about(file).get(EmbeddedShard.MODEL);
            if (!record.model().equals(model)) {
                throw new IOException("it was made by another model than the gallery");
            }
            return FeatureFile.read(file);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static AdviceException damaged(Path file, IOException cause) {
        AdviceException advice =
                new AdviceException(
                        "C50",
                        "The shard %s cannot be used: %s".formatted(file, cause.getMessage()),
                        "Gallery.of(clips).from(checkpoint).into(…).embed() again: it alone is made anew");
        advice.initCause(cause);
        return advice;
    }

    private void remove(GalleryRecord.Removed gone) {
        vectors.ifPresent(index -> index.remove(gone.position()));
        searched.remove(ids.get(gone.position()), gone.position());
    }

    /** Where a clip is that is searched. */
    OptionalInt position(String id) {
        Integer found = searched.get(id);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    String id(int position) {
        return ids.get(position);
    }

    /** The rows of some positions, from their shards, each of which is read once. */
    Map<Integer, EmbeddedClip> rows(List<Integer> positions) {
        Map<Integer, EmbeddedClip> found = new HashMap<>();
        for (Shard shard : shards) {
            List<Integer> own = positions.stream().filter(shard::has).toList();
            if (!own.isEmpty()) {
                List<EmbeddedClip> all = rows(shard.file());
                own.forEach(p -> found.put(p, all.get(p - shard.first())));
            }
        }
        return found;
    }

    int unreadable() {
        return unreadable;
    }

    /** Rows of clips that cannot be read, in order. */
    List<EmbeddedClip> failed() {
        return shards.stream()
                .flatMap(s -> rows(s.file()).stream())
                .filter(clip -> !clip.read())
                .toList();
    }

    private static List<EmbeddedClip> rows(Path file) {
        try {
            return FeatureFile.readRows(file);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /** Vectors that are searched, spread over all. */
    float[][] vectors(int most) {
        int step = Math.max(1, count() / most);
        return IntStream.iterate(0, i -> i < count(), i -> i + step)
                .filter(vectors()::has)
                .mapToObj(vectors()::vector)
                .limit(most)
                .toArray(float[][]::new);
    }

    /** Captions of the first rows that have one. */
    List<String> captions(int most) {
        List<String> found = new ArrayList<>();
        for (Shard shard : shards) {
            rows(shard.file()).stream()
                    .map(EmbeddedClip::row)
                    .filter(r -> !r.caption().equals(r.id()))
                    .map(ClipRow::caption)
                    .distinct()
                    .limit(most - found.size())
                    .forEach(found::add);
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }
}
