package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.stream.IntStream;

/** Scripts for tests to look at. */
final class Scripts {
    static final List<SpriteScript> TRAIN = of(Split.TRAIN, 2000);
    static final List<SpriteScript> VALIDATION = of(Split.VALIDATION, 500);
    static final List<SpriteScript> TEST = of(Split.TEST, 1000);
    static final List<SpriteScript> COMPLETE =
            of(new ScriptWriter(42, SpriteRecipe.complete()), Split.TRAIN, 2000);

    private Scripts() {}

    private static List<SpriteScript> of(Split split, int count) {
        return of(new ScriptWriter(42), split, count);
    }

    private static List<SpriteScript> of(ScriptWriter writer, Split split, int count) {
        return IntStream.range(0, count).mapToObj(i -> writer.script(split, i)).toList();
    }
}
