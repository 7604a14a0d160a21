package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.file.Digest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** All scripts of a corpus, written when they are first asked for, and their hash. */
final class SpriteScripts {
    /** Changes whenever the same scripts would give other pictures. */
    private static final String RENDERER = "moving-sprites 1";

    private final Map<Split, Integer> clips;
    private final int size;
    private final long seed;
    private final SpriteRecipe recipe;
    private final Map<Split, List<SpriteScript>> written = new ConcurrentHashMap<>();
    private volatile String hash;

    SpriteScripts(Map<Split, Integer> clips, int size, long seed, SpriteRecipe recipe) {
        this.clips = clips;
        this.size = size;
        this.seed = seed;
        this.recipe = recipe;
    }

    List<SpriteScript> of(Split split) {
        return written.computeIfAbsent(split, this::write);
    }

    /** Summed once: a description asks for it several times. */
    String hash() {
        String known = hash;
        if (known == null) {
            known = summed();
            hash = known;
        }
        return known;
    }

    private String summed() {
        Digest digest = Digest.sha256().addBare(heading() + "\n");
        for (Split split : Split.values()) {
            for (SpriteScript script : of(split)) {
                digest.addBare(script.canonicalText() + "\n");
            }
        }
        return digest.hex();
    }

    private String heading() {
        // The standard corpus keeps the name that runs before there were recipes have recorded.
        boolean standard = recipe.equals(SpriteRecipe.standard());
        return RENDERER + " size " + size + (standard ? "" : " " + recipe.canonicalText());
    }

    private List<SpriteScript> write(Split split) {
        ScriptWriter writer = new ScriptWriter(seed, recipe);
        return IntStream.range(0, clips.getOrDefault(split, 0))
                .parallel()
                .mapToObj(index -> writer.script(split, index))
                .toList();
    }
}
