package io.github.alprolab.dsl;

import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.data.GivenFolder;
import io.github.alprolab.dsl.embedding.FoundClip;
import io.github.alprolab.dsl.embedding.GalleryRecord;
import io.github.alprolab.dsl.embedding.GallerySearch;
import io.github.alprolab.dsl.embedding.OpenGallery;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.ranking.SearchBox;
import io.github.alprolab.dsl.record.PathCode;
import io.github.alprolab.dsl.shard.ShardEngine;
import io.github.alprolab.dsl.show.Numbers;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import io.github.alprolab.dsl.table.DataTable;
import java.nio.file.Path;
import java.util.List;

/**
 * Many clips that were embedded once, in a folder that outlives the session, and searched: more
 * than a run would encode anew for each notebook. Every vector is compared unless {@link #recall}
 * asks for less. What is added or removed, here or by another process, is there with the next
 * search. {@link #rerank}, {@link #recall} and {@link #engine} return changed copies.
 *
 * <pre>{@code
 * var gallery = Gallery.of(Pairs.of(Datasets.movingSprites()))
 *         .from(Checkpoint.shipped("sprites-tiny")).into("sprites-gallery").embed();
 * gallery.search("a dog moves left", 5)
 * Gallery.open("sprites-gallery").rerank(16).search("a dog moves left", 5)   // in a later session
 * }</pre>
 */
public final class Gallery implements Shown, AutoCloseable {
    private static final int SHOWN = 5;

    private final OpenGallery open;
    private final GallerySearch how;
    private final Engine engine;

    private Gallery(OpenGallery open, GallerySearch how, Engine engine) {
        this.open = open;
        this.how = how;
        this.engine = engine;
    }

    /** All clips of pairs, of every split that is left, seen through their frames. */
    public static Embedding.NeedsCheckpoint of(Pairs pairs) {
        return new Embedding.NeedsCheckpoint(GalleryClips.of(pairs));
    }

    /** The clips of a folder or of a sample, seen through the frames of the first. */
    public static Embedding.NeedsCheckpoint of(Clips clips) {
        return new Embedding.NeedsCheckpoint(GalleryClips.of(clips));
    }

    /**
     * Opens one that was embedded before.
     *
     * @throws AdviceException C50 where the folder holds none, or one that is not finished
     */
    public static Gallery open(Path folder) {
        return new Gallery(new OpenGallery(folder), GallerySearch.exact(), Engine.local());
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public static Gallery open(String folder) {
        return open(GivenFolder.path(folder));
    }

    /** Where clips are embedded that are added later. */
    public Engine engine() {
        return engine;
    }

    /** With clips that are added later embedded elsewhere; {@code Engine.local()} by default. */
    public Gallery engine(Engine place) {
        return new Gallery(open, how, place);
    }

    /**
     * With the nearest put in order by VTM, which reads the text beside the frames.
     *
     * @param candidates how many of the nearest; 0, the default, leaves VTC's order
     * @throws AdviceException C26 for a model that was trained without VTM
     */
    public Gallery rerank(int candidates) {
        Range.atLeast(0, candidates, "rerank");
        if (candidates > 0) {
            open.requireMatching();
        }
        return new Gallery(open, new GallerySearch(candidates, how.recall()), engine);
    }

    /**
     * With a graph in place of the comparison with every vector: HNSW, which is made with the first
     * search and kept in the folder. Its beam is widened until it finds this share of the ten truly
     * nearest of a hundred captions; what it really finds stands above every result.
     *
     * @param share above 0 and up to 1; 1, the default, compares every vector
     */
    public Gallery recall(double share) {
        Range.require(share > 0 && share <= 1, share, "above 0 and up to 1", "recall", 0.98);
        return new Gallery(open, new GallerySearch(how.rerank(), share), engine);
    }

    /**
     * The clips that fit a sentence best. Numbers are cosines divided by the temperature; where VTM
     * judged, its log-odds of a match. Clips whose caption is this sentence are marked.
     *
     * @param text not blank
     * @param most number of clips, at least 1
     */
    public Figure search(String text, int most) {
        Range.atLeast(1, most, "search");
        Range.text(text, "gallery.search(\"a dog moves left\", 5)");
        List<FoundClip> found = open.search(text, most, how);
        return Figure.of(new GallerySheet(open, how).of("“%s”".formatted(text), text, found));
    }

    /**
     * The clips that are most like a clip, without itself, by the cosine of their vectors.
     *
     * @param clip any clip, of the gallery or not
     * @param most number of clips, at least 1
     */
    public Figure search(Clip clip, int most) {
        Range.atLeast(1, most, "search");
        List<FoundClip> found = open.search(clip.pair(), most, how);
        return Figure.of(new GallerySheet(open, how).of("like " + clip.id(), "", found));
    }

    /** A line to type sentences into, with the five clips that fit each best below it. */
    public SearchBox searchBox() {
        return new SearchBox(
                open.caption().orElse("a dog moves left"), text -> search(text, SHOWN));
    }

    /**
     * Embeds more clips with the same model; what was stopped goes on.
     *
     * @return this gallery, which has them
     * @throws AdviceException C50 where one of them is there already, or lies in no file
     */
    public Gallery add(Pairs more) {
        return add(GalleryClips.of(more));
    }

    /** The same with the clips of a folder or of a sample. */
    public Gallery add(Clips more) {
        return add(GalleryClips.of(more));
    }

    private Gallery add(GalleryClips more) {
        try (ShardEngine shards = engine.engine()) {
            open.add(more.rows(), shards);
        }
        return this;
    }

    /**
     * Takes clips out of every search, here and in other sessions. Their rows stay in the shards,
     * and a clip may be added again.
     *
     * @param ids names of clips, at least one
     * @return this gallery, without them
     * @throws AdviceException C50 where one of them is not there
     */
    public Gallery remove(String... ids) {
        open.remove(List.of(ids));
        return this;
    }

    /** How many clips can be found. */
    public int size() {
        return open.searched();
    }

    /** The folder. */
    public Path folder() {
        return open.folder();
    }

    /** Clips that cannot be read, with the cause. */
    public DataTable failures() {
        List<EmbeddedClip> failed = open.failed();
        return DataTable.of("%s clips cannot be read".formatted(Numbers.whole(failed.size())))
                .text("clip", failed.stream().map(c -> c.row().id()).toList())
                .text("cause", failed.stream().map(c -> c.cause().orElseThrow()).toList())
                .text("file", failed.stream().map(c -> c.row().file()).toList());
    }

    /** Clips, model, and what finds the nearest. */
    public DataTable describe() {
        int failed = open.unreadable();
        GalleryRecord record = open.record();
        return DataTable.of("Gallery · " + open.folder())
                .text(
                        "what",
                        List.of("clips", "unreadable", "removed", "seen as", "model", "search"))
                .text(
                        "value",
                        List.of(
                                Numbers.whole(size()),
                                Numbers.whole(failed),
                                Numbers.whole(record.removed().size()),
                                record.frames() + " frames of " + record.size() + " pixels",
                                "%s (%.8s)".formatted(record.checkpoint(), record.model()),
                                open.order(how)));
    }

    /** Frees model and index; the next search opens them again. */
    @Override
    public void close() {
        open.close();
    }

    @Override
    public Showing show() {
        return describe().show();
    }

    @Override
    public String toString() {
        String code = "Gallery.open(" + PathCode.of(open.folder()) + ")";
        code += how.rerank() == 0 ? "" : ".rerank(" + how.rerank() + ")";
        return code + (how.recall() == 1 ? "" : ".recall(" + Numbers.brief(how.recall()) + ")");
    }
}
