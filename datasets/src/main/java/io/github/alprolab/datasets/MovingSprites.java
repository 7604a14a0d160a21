package io.github.alprolab.datasets;

import io.github.alprolab.datasets.sprites.Noun;
import io.github.alprolab.datasets.sprites.ScriptTruth;
import io.github.alprolab.datasets.sprites.SpriteScript;
import io.github.alprolab.datasets.sprites.SpriteTable;
import io.github.alprolab.datasets.video.VideoClip;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The default corpus: one to three of 174 named pictures that move over a background, rendered to
 * real video files on the user's machine. Who is where in every picture is known.
 *
 * <p>A value: each edit returns a copy. Nouns occur in all splits, but pairs of nouns, and pairs of
 * noun and action, that occur together in one split never do in another.
 */
public final class MovingSprites implements PairDataset {
    private final Map<Split, Integer> clips;
    private final int size;
    private final long seed;
    private final Path cache;
    private final SpriteRecipe recipe;

    private MovingSprites(Map<Split, Integer> clips, int size, long seed, Path cache) {
        this.clips = Map.copyOf(clips);
        this.size = size;
        this.seed = seed;
        this.cache = cache;
        this.recipe = new SpriteRecipe(this.clips, size, seed);
    }

    /**
     * 16,384 training, 256 validation and 512 test clips of 64 × 64 pixels from seed 42, cached in
     * the folder that {@code ALPROLAB_CACHE} names, else in {@code ~/.cache/alprolab}.
     */
    public static MovingSprites corpus() {
        Map<Split, Integer> clips =
                Map.of(Split.TRAIN, 16384, Split.VALIDATION, 256, Split.TEST, 512);
        return new MovingSprites(clips, 64, 42, CacheFolder.standard());
    }

    /**
     * With so many clips in a split; the first ones stay the same.
     *
     * @param count 0..1,000,000
     */
    public MovingSprites clips(Split split, int count) {
        if (count < 0 || count > 1_000_000) {
            throw new IllegalArgumentException("a split has 0..1,000,000 clips, got " + count);
        }
        Map<Split, Integer> changed = new EnumMap<>(clips);
        changed.put(split, count);
        return new MovingSprites(changed, size, seed, cache);
    }

    /**
     * With pictures of another size; what happens in them stays the same.
     *
     * @param pixels side, even, 32..512
     */
    public MovingSprites size(int pixels) {
        if (pixels < 32 || pixels > 512 || pixels % 2 != 0) {
            throw new IllegalArgumentException(
                    "clips are an even 32..512 pixels wide, got " + pixels);
        }
        return new MovingSprites(clips, pixels, seed, cache);
    }

    /** With other scripts. */
    public MovingSprites seed(long other) {
        return new MovingSprites(clips, size, other, cache);
    }

    /** With rendered clips kept below this folder. */
    public MovingSprites cache(Path folder) {
        return new MovingSprites(clips, size, seed, folder);
    }

    @Override
    public String name() {
        return "moving sprites";
    }

    @Override
    public String hash() {
        return recipe.hash();
    }

    /** The scripts of a split: what its clips are rendered from. Renders nothing. */
    public List<SpriteScript> scripts(Split split) {
        return recipe.scripts(split);
    }

    /** The nouns of the corpus in alphabetical order. */
    public List<String> nouns() {
        return SpriteTable.nouns().stream().map(Noun::name).toList();
    }

    /**
     * Renders the clips that are not in the cache yet, all splits, on two threads. May be stopped
     * and started again at any time.
     *
     * @throws ClipException if a file cannot be written
     */
    public void prepare(RenderProgress progress) {
        List<SpriteScript> all =
                Stream.of(Split.values()).flatMap(s -> scripts(s).stream()).toList();
        rendering().run(all, progress);
    }

    /** The pairs of a split; renders those that are missing first. */
    @Override
    public List<Pair> pairs(Split split) {
        ClipRendering rendering = rendering();
        List<SpriteScript> scripts = scripts(split);
        rendering.run(scripts, RenderProgress.silent());
        return scripts.stream().map(script -> pair(script, rendering.file(script))).toList();
    }

    private static Pair pair(SpriteScript script, Path file) {
        Clip clip =
                new VideoClip(script.id(), file, script.frames(), SpriteScript.FRAMES_PER_SECOND);
        return new Pair(
                script.id(),
                script.split(),
                clip,
                script.captions(),
                Optional.of(new ScriptTruth(script)));
    }

    private ClipRendering rendering() {
        Path folder = cache.resolve("moving-sprites").resolve(hash().substring(0, 16));
        return new ClipRendering(folder, size);
    }

    @Override
    public String toString() {
        return "MovingSprites[%s clips, %s pixels, seed %s]"
                .formatted(new TreeMap<>(clips), size, seed);
    }
}
