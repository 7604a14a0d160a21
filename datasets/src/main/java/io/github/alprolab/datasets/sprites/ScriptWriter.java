package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.Optional;

/** Draws scripts: each follows from seed, split and index alone. Thread-safe. */
public final class ScriptWriter {
    private static final int SHORTEST = 24;
    private static final int LONGEST = 48;
    private static final int ATTEMPTS = 60;

    private final long seed;
    private final SpriteRecipe recipe;
    private final Casting casting;
    private final BackgroundChooser backgrounds;

    /** A writer by the standard recipe. */
    public ScriptWriter(long seed) {
        this(seed, SpriteRecipe.standard());
    }

    /** A writer over all nouns of the {@link SpriteTable}. */
    public ScriptWriter(long seed, SpriteRecipe recipe) {
        this.seed = seed;
        this.recipe = recipe;
        this.casting = new Casting(recipe);
        this.backgrounds = new BackgroundChooser(SpriteAtlas.shared(), recipe.windows());
    }

    /** The script at this place of the split. */
    public SpriteScript script(Split split, int index) {
        ScriptRandom random = ScriptRandom.of(seed, split.ordinal(), index);
        int frames = random.between(SHORTEST, LONGEST);
        List<SpriteTrack> tracks = tracks(split, frames, random);
        List<Noun> nouns = tracks.stream().map(SpriteTrack::noun).toList();
        Background background = backgrounds.draw(nouns, random);
        List<String> captions = new CaptionWriter(random, recipe.phrasing(split)).captions(tracks);
        return new SpriteScript(split, index, frames, background, tracks, captions);
    }

    private List<SpriteTrack> tracks(Split split, int frames, ScriptRandom random) {
        Staging staging = new Staging(frames, random, recipe);
        while (true) {
            List<Noun> cast = casting.nouns(split, random);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<List<SpriteTrack>> placed =
                        casting.roles(cast, split, random).flatMap(staging::place);
                if (placed.isPresent()) {
                    return placed.get();
                }
            }
        }
    }
}
