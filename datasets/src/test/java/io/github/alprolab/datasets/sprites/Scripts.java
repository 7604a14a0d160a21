package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Split;
import java.util.List;
import java.util.stream.IntStream;

/** Scripts for tests to look at. */
final class Scripts {
    static final List<SpriteScript> TRAIN = of(Split.TRAIN, 2000);
    static final List<SpriteScript> VALIDATION = of(Split.VALIDATION, 500);
    static final List<SpriteScript> TEST = of(Split.TEST, 1000);

    private Scripts() {}

    private static List<SpriteScript> of(Split split, int count) {
        ScriptWriter writer = new ScriptWriter(42);
        return IntStream.range(0, count).mapToObj(i -> writer.script(split, i)).toList();
    }
}
