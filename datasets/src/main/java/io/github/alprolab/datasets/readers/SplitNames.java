package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Split;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What files call the splits. */
final class SplitNames {
    private static final Map<Split, String> NAMES =
            new EnumMap<>(
                    Map.of(Split.TRAIN, "train", Split.VALIDATION, "val", Split.TEST, "test"));

    private SplitNames() {}

    /** {@code train}, {@code val} and {@code test}. */
    static Map<Split, String> all() {
        return NAMES;
    }

    /**
     * The file of every split that has one.
     *
     * @param spellings of its name, with {@code %s} for the split; the first that is there counts
     */
    static void each(DatasetFolder folder, BiConsumer<Split, Path> use, String... spellings) {
        NAMES.forEach(
                (split, name) ->
                        folder.find(
                                        Stream.of(spellings)
                                                .map(spelling -> spelling.formatted(name))
                                                .toArray(String[]::new))
                                .ifPresent(file -> use.accept(split, file)));
    }
}
