package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.PathText;
import io.github.alprolab.datasets.QuestionDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.cache.CacheFolder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The default corpus: one to three of 174 named pictures that move over a background, rendered to
 * real video files on the user's machine. Who is where in every picture is known.
 *
 * <p>A value: each edit returns a copy. Nouns occur in all splits, but pairs of nouns, and pairs of
 * noun and action, that occur together in one split never do in another.
 */
public final class MovingSprites implements PairDataset, QuestionDataset {
    private final Map<Split, Integer> clips;
    private final int size;
    private final long seed;
    private final SpriteRecipe recipe;
    private final boolean encoded;
    private final Path cache;
    private final SpriteScripts scripts;

    private MovingSprites(
            Map<Split, Integer> clips,
            int size,
            long seed,
            SpriteRecipe recipe,
            boolean encoded,
            Path cache) {
        this.clips = Map.copyOf(clips);
        this.size = size;
        this.seed = seed;
        this.recipe = Objects.requireNonNull(recipe, "recipe");
        this.encoded = encoded;
        this.cache = cache;
        this.scripts = new SpriteScripts(this.clips, size, seed, recipe);
    }

    /**
     * 16,384 training, 256 validation and 512 test clips of 64 × 64 pixels from seed 42 by the
     * standard recipe, cached in the folder that {@code ALPROLAB_CACHE} names, else in {@code
     * ~/.cache/alprolab}. Where the named folder may only be read, clips that are missing in it are
     * cached in the latter.
     */
    public static MovingSprites corpus() {
        Map<Split, Integer> clips =
                Map.of(Split.TRAIN, 16384, Split.VALIDATION, 256, Split.TEST, 512);
        return new MovingSprites(
                clips, 64, 42, SpriteRecipe.standard(), true, CacheFolder.standard());
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
        return new MovingSprites(changed, size, seed, recipe, encoded, cache);
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
        return new MovingSprites(clips, pixels, seed, recipe, encoded, cache);
    }

    /** With other scripts. */
    public MovingSprites seed(long other) {
        return new MovingSprites(clips, size, other, recipe, encoded, cache);
    }

    /** With other rules for what happens and how it is told. */
    public MovingSprites recipe(SpriteRecipe other) {
        return new MovingSprites(clips, size, seed, other, encoded, cache);
    }

    /**
     * Without files: pictures are drawn whenever they are asked for, and no codec changes them. The
     * content, and so the hash, stays the same.
     */
    public MovingSprites unencoded() {
        return new MovingSprites(clips, size, seed, recipe, false, cache);
    }

    /** With rendered clips kept below this folder. */
    public MovingSprites cache(Path folder) {
        return new MovingSprites(clips, size, seed, recipe, encoded, folder);
    }

    @Override
    public String name() {
        return "moving sprites";
    }

    @Override
    public String hash() {
        return scripts.hash();
    }

    /** The scripts of a split: what its clips are rendered from. Renders nothing. */
    public List<SpriteScript> scripts(Split split) {
        return scripts.of(split);
    }

    /** The questions about the clips of a split, those about one clip together. */
    public List<SpriteQuestion> questions(Split split) {
        return scripts(split).stream()
                .flatMap(s -> QuestionWriter.questions(s, recipe.phrasing(split)).stream())
                .toList();
    }

    /** The nouns of the corpus in alphabetical order. */
    public List<String> nouns() {
        return SpriteTable.nouns().stream().map(Noun::name).toList();
    }

    /**
     * Renders the clips that are not in the cache yet, all splits, on all cores. May be stopped and
     * started again at any time. Does nothing when clips are not encoded.
     *
     * @throws ClipException if a file cannot be written
     */
    public void prepare(RenderProgress progress) {
        if (!encoded) {
            return;
        }
        List<SpriteScript> all =
                Stream.of(Split.values()).flatMap(s -> scripts(s).stream()).toList();
        rendering().run(all, progress);
    }

    /** The pairs of a split; renders those that are missing first. */
    @Override
    public List<Pair> pairs(Split split) {
        if (!encoded) {
            return scripts(split).stream().map(s -> pair(s, new RenderedClip(s, size))).toList();
        }
        ClipRendering rendering = rendering();
        List<SpriteScript> scripts = scripts(split);
        rendering.run(scripts, RenderProgress.silent());
        return scripts.stream().map(s -> pair(s, new RenderedVideo(rendering, s))).toList();
    }

    /** The questions of a split with their clips; renders those that are missing first. */
    @Override
    public List<VideoQuestion> asked(Split split) {
        Map<String, ClipSource> known =
                pairs(split).stream().collect(Collectors.toMap(Pair::id, Pair::clip));
        return questions(split).stream()
                .map(SpriteQuestion::question)
                .map(q -> new VideoQuestion(split, q, known.get(q.video())))
                .toList();
    }

    private static Pair pair(SpriteScript script, ClipSource clip) {
        return new Pair(
                script.id(),
                script.split(),
                clip,
                script.captions(),
                Optional.of(new ScriptTruth(script)));
    }

    private ClipRendering rendering() {
        Path folder = Path.of("moving-sprites", hash().substring(0, 16));
        return new ClipRendering(cache.resolve(folder), CacheFolder.kept(cache, folder), size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MovingSprites that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(clips, size, seed, recipe, encoded, cache);
    }

    /** The code of a notebook that makes it. */
    @Override
    public String toString() {
        MovingSprites plain = corpus();
        StringBuilder code = new StringBuilder("Datasets.movingSprites()");
        for (Split split : Split.values()) {
            if (!clips.get(split).equals(plain.clips.get(split))) {
                code.append(".clips(Split.%s, %s)".formatted(split, clips.get(split)));
            }
        }
        call(code, size != plain.size, ".size(" + size + ")");
        call(code, seed != plain.seed, ".seed(" + seed + "L)");
        call(code, !recipe.equals(plain.recipe), ".recipe(" + recipe + ")");
        call(code, !encoded, ".unencoded()");
        call(code, !cache.equals(plain.cache), ".cache(" + PathText.of(cache) + ")");
        return code.toString();
    }

    private static void call(StringBuilder code, boolean needed, String call) {
        code.append(needed ? call : "");
    }
}
