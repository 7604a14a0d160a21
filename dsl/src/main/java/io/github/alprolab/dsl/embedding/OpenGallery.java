package io.github.alprolab.dsl.embedding;

import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.alpro.trained.KeptModel;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.RankingChecks;
import io.github.alprolab.dsl.index.Hit;
import io.github.alprolab.dsl.index.VectorIndex;
import io.github.alprolab.dsl.record.RunLock;
import io.github.alprolab.dsl.shard.ShardEngine;
import io.github.alprolab.dsl.shard.ShardModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A gallery of a folder, searched: its vectors are read when they are first needed and follow what
 * this or another process adds and removes. The model is opened with the first text. One thread at
 * a time gets in.
 */
public final class OpenGallery implements AutoCloseable {
    private final Path folder;
    private final GalleryRows rows;
    private final GalleryIndex index;
    private final KeptModel<ShardModel, Retriever> model =
            new KeptModel<>(ShardModel::open, Retriever::close);
    private GalleryRecord record;

    /**
     * Reads what the folder says of itself.
     *
     * @throws AdviceException C50 where it holds no gallery, or one that is not finished
     */
    public OpenGallery(Path folder) {
        this.folder = folder;
        this.rows = new GalleryRows(folder);
        this.index = new GalleryIndex(folder.resolve("index"));
        this.record = GalleryRecord.read(folder);
        requireBegun();
    }

    private void requireBegun() {
        if (record.finished(folder).isEmpty()) {
            throw new AdviceException(
                    "C50",
                    "The gallery in %s is not finished: shards are missing.".formatted(folder),
                    "Gallery.of(clips).from(checkpoint).into(\"%s\").embed() goes on with it"
                            .formatted(folder.getFileName()));
        }
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** What the folder says of itself now. */
    public synchronized GalleryRecord record() {
        return record;
    }

    /** Follows what was added and removed meanwhile. */
    private void follow() {
        GalleryRecord now = GalleryRecord.read(folder);
        if (!now.equals(record) || now.shards() != rows.shards()) {
            record = now;
            rows.read(now);
        }
    }

    /** How many clips can be found. */
    public synchronized int searched() {
        follow();
        return rows.searched();
    }

    /** Clips that cannot be read, with the reason. */
    public synchronized List<EmbeddedClip> failed() {
        follow();
        return rows.failed();
    }

    /** How many clips cannot be read. */
    public synchronized int unreadable() {
        follow();
        return rows.unreadable();
    }

    /** A sentence to begin with: the first caption, where there is one. */
    public synchronized Optional<String> caption() {
        follow();
        return rows.captions(1).stream().findFirst();
    }

    /** What finds the nearest, in words. */
    public synchronized String order(GallerySearch search) {
        follow();
        String nearest = search.isExact() ? "exact" : index.words();
        return nearest
                + (search.rerank() == 0 ? "" : ", first %d by VTM".formatted(search.rerank()));
    }

    /**
     * Refuses an order by VTM where the model never learned it; a model that is not there is told
     * by the search.
     *
     * @throws AdviceException C26
     */
    public synchronized void requireMatching() {
        if (!record.canMatch()) {
            throw RankingChecks.cannotMatch(
                    "no rerank, or a gallery .from(…) of a pre-training with VTM");
        }
    }

    /** The clips that fit a text best. */
    public synchronized List<FoundClip> search(String text, int most, GallerySearch how) {
        follow();
        float[][] query = ask(m -> m.vectors(List.of(text)));
        List<FoundClip> nearest = nearest(query, Math.max(most, how.rerank()), how);
        List<FoundClip> ordered = how.rerank() == 0 ? nearest : judged(text, nearest, how.rerank());
        return ordered.subList(0, Math.min(most, ordered.size()));
    }

    /** The clips that are most like a clip, without itself. */
    public synchronized List<FoundClip> search(Pair clip, int most, GallerySearch how) {
        follow();
        ClipRow row = ClipRow.of(clip).orElse(new ClipRow(clip.id(), "", 0, 0, clip.id()));
        Decoded decoded = Decoded.of(row, clip.clip(), record.frames(), record.size());
        if (decoded.cause().isPresent()) {
            throw new AdviceException(
                    "C30",
                    "The clip %s cannot be read: %s"
                            .formatted(clip.id(), decoded.cause().orElseThrow()),
                    "clips.readable() leaves it out");
        }
        float[][] query = ask(m -> m.vectors(decoded.pixels()));
        return nearest(query, most + 1, how).stream()
                .filter(f -> !f.row().id().equals(clip.id()))
                .limit(most)
                .toList();
    }

    private List<FoundClip> nearest(float[][] query, int most, GallerySearch how) {
        VectorIndex searched = how.isExact() ? rows.vectors() : graph(how.recall());
        List<Hit> hits = searched.search(query, most).get(0);
        Map<Integer, EmbeddedClip> found = rows.rows(hits.stream().map(Hit::position).toList());
        return hits.stream().map(h -> found(found.get(h.position()).row(), h)).toList();
    }

    private static FoundClip found(ClipRow row, Hit hit) {
        return new FoundClip(row, hit.cosine(), OptionalDouble.empty());
    }

    private VectorIndex graph(double recall) {
        return index.upToDate(record, rows, recall, this::sample);
    }

    /** Captions stand for what people ask; without any, the clips themselves. */
    private float[][] sample() {
        List<String> captions = rows.captions(GalleryIndex.SAMPLE);
        return captions.isEmpty()
                ? rows.vectors(GalleryIndex.SAMPLE)
                : ask(m -> m.vectors(captions));
    }

    /** The first ones in the order of VTM; it sees their frames anew. */
    private List<FoundClip> judged(String text, List<FoundClip> nearest, int first) {
        List<FoundClip> some = nearest.subList(0, Math.min(first, nearest.size()));
        List<Pair> pairs = some.stream().map(f -> f.row().pair()).toList();
        Reranking all = Reranking.all();
        RankingScores scores =
                ask(
                        m -> {
                            try (VideoFeatures videos = m.videos(pairs, all)) {
                                return m.search(text, videos, all);
                            }
                        });
        double[] odds = scores.match().orElseThrow()[0];
        List<FoundClip> ordered = new ArrayList<>();
        IntStream.of(RankingScores.best(scores.textToVideo()[0], some.size()))
                .forEach(i -> ordered.add(judged(some.get(i), odds[i])));
        ordered.addAll(nearest.subList(some.size(), nearest.size()));
        return ordered;
    }

    private static FoundClip judged(FoundClip clip, double odds) {
        return new FoundClip(clip.row(), clip.cosine(), OptionalDouble.of(odds));
    }

    /** What VTC divides cosines by. */
    public synchronized double temperature() {
        return ask(Retriever::temperature);
    }

    /**
     * Takes clips out of every later search, in this and in other processes; their rows stay in the
     * shards.
     *
     * @throws AdviceException C50 where one of them is not there
     */
    public synchronized void remove(List<String> ids) {
        RunLock.holding(
                folder, "Wait for it: another session writes this gallery", () -> removeAlone(ids));
    }

    private void removeAlone(List<String> ids) {
        follow();
        List<GalleryRecord.Removed> gone = ids.stream().distinct().map(this::removed).toList();
        record.without(gone).write(folder);
        follow();
    }

    private GalleryRecord.Removed removed(String id) {
        return new GalleryRecord.Removed(
                rows.position(id)
                        .orElseThrow(
                                () ->
                                        new AdviceException(
                                                "C50",
                                                "No clip “%s” is searched in this gallery."
                                                        .formatted(id),
                                                "gallery.search(\"a dog moves left\", 5) shows names")),
                id);
    }

    /**
     * Adds clips, or goes on with adding them.
     *
     * @throws AdviceException C50 where one of them is there already
     */
    public synchronized void add(List<ClipRow> more, ShardEngine engine) {
        follow();
        String data = ClipRow.hash(more);
        boolean again = record.parts().stream().anyMatch(p -> p.data().equals(data));
        List<String> known =
                more.stream().map(ClipRow::id).filter(id -> rows.position(id).isPresent()).toList();
        if (!again && !known.isEmpty()) {
            throw new AdviceException(
                    "C50",
                    "%d of these clips are in the gallery already, first “%s”."
                            .formatted(known.size(), known.get(0)),
                    "gallery.remove(\"%s\") first, or leave them out".formatted(known.get(0)));
        }
        EmbeddingWork.add(folder, more, engine);
        follow();
    }

    private <R> R ask(Function<Retriever, R> question) {
        return model.ask(record.shardModel(), question);
    }

    @Override
    public void close() {
        model.close();
        index.close();
    }
}
