package io.github.alprolab.dsl;

import io.github.alprolab.dsl.check.Range;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.data.GivenFolder;
import io.github.alprolab.dsl.embedding.EmbeddingWork;
import io.github.alprolab.dsl.embedding.GalleryRecord;
import io.github.alprolab.dsl.record.PathCode;
import io.github.alprolab.dsl.record.RunStore;
import io.github.alprolab.dsl.shard.ShardEngine;
import io.github.alprolab.dsl.show.Showing;
import io.github.alprolab.dsl.show.Shown;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How many clips become a {@link Gallery}: each is embedded once by a checkpoint, shard by shard,
 * into files that data frames and Spark read. What was stopped goes on with the shards that are
 * missing. A value: each edit returns a copy.
 *
 * <pre>{@code
 * var gallery = Gallery.of(Pairs.of(Datasets.movingSprites()))
 *         .from(Checkpoint.shipped("sprites-tiny")).into("sprites-gallery").embed();
 * }</pre>
 */
public final class Embedding implements Shown {
    private static final int SHARD = 1024;
    private static final int DIGITS = 8;

    private final GalleryClips clips;
    private final Checkpoint checkpoint;
    private final Engine engine;
    private final Optional<Path> folder;
    private final int shard;

    private Embedding(
            GalleryClips clips,
            Checkpoint checkpoint,
            Engine engine,
            Optional<Path> folder,
            int shard) {
        this.clips = clips;
        this.checkpoint = checkpoint;
        this.engine = engine;
        this.folder = folder;
        this.shard = shard;
    }

    /** Clips that need a model before anything can be done with them. */
    public static final class NeedsCheckpoint {
        private final GalleryClips clips;

        NeedsCheckpoint(GalleryClips clips) {
            this.clips = clips;
        }

        /**
         * The model whose space the clips are put into.
         *
         * @param checkpoint one that was trained with VTC
         */
        public Embedding from(Checkpoint checkpoint) {
            Objects.requireNonNull(checkpoint, "from");
            return new Embedding(clips, checkpoint, Engine.local(), Optional.empty(), SHARD);
        }

        @Override
        public String toString() {
            return "Gallery.of(" + clips + "): .from(checkpoint) names the model";
        }
    }

    /** Where the work is done. */
    public Engine engine() {
        return engine;
    }

    /** Done elsewhere; by default {@code Engine.local()}, all cores of this process. */
    public Embedding engine(Engine place) {
        return new Embedding(
                clips, checkpoint, Objects.requireNonNull(place, "engine"), folder, shard);
    }

    /** Clips of a shard, which is what is done again where a process dies. */
    public int shard() {
        return shard;
    }

    /**
     * With another number of clips a shard; 1,024 by default. A stop loses at most the shards in
     * flight.
     *
     * @param count at least 1
     */
    public Embedding shard(int count) {
        Range.atLeast(1, count, "shard");
        return new Embedding(clips, checkpoint, engine, folder, count);
    }

    /**
     * Into a folder, made where it is not there; by default one in {@code galleries}, beside the
     * folder of runs, whose name tells clips and model.
     */
    public Embedding into(Path place) {
        return new Embedding(clips, checkpoint, engine, Optional.of(place), shard);
    }

    /** The same, the folder as text; {@code ~} stands for the user's own. */
    public Embedding into(String place) {
        return into(GivenFolder.path(place));
    }

    /** The folder. */
    public Path folder() {
        return folder.orElseGet(
                () ->
                        RunStore.standard()
                                .root()
                                .resolveSibling("galleries")
                                .resolve(planned().owner(clips.rows()).substring(0, DIGITS)));
    }

    /** What would go wrong, and how many clips and bytes it is about; no clip is opened. */
    public Report check() {
        return Report.advised("Gallery", new GalleryCheck(this)::report);
    }

    /**
     * Embeds what is not embedded yet. Clips that cannot be read become rows with the cause: {@link
     * Gallery#failures}.
     *
     * @throws io.github.alprolab.dsl.check.AdviceException C50 where the folder has a gallery of
     *     another model or other clips, and whatever {@link #check} finds
     */
    public Gallery embed() {
        check().require();
        try (ShardEngine shards = engine.engine()) {
            EmbeddingWork.begin(folder(), planned(), clips.rows(), shards);
        }
        return Gallery.open(folder()).engine(engine);
    }

    /** What the folder will say of itself, without clips. */
    GalleryRecord planned() {
        return GalleryRecord.begun(
                checkpoint.file(), checkpoint.hash(), clips.frames(), clips.size(), shard);
    }

    GalleryClips clips() {
        return clips;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public Showing show() {
        return check().show();
    }

    @Override
    public String toString() {
        StringBuilder code =
                new StringBuilder("Gallery.of(" + clips + ").from(" + checkpoint + ")");
        if (!engine.equals(Engine.local())) {
            code.append(".engine(").append(engine).append(")");
        }
        folder.ifPresent(f -> code.append(".into(").append(PathCode.of(f)).append(")"));
        if (shard != SHARD) {
            code.append(".shard(").append(shard).append(")");
        }
        return code.toString();
    }
}
