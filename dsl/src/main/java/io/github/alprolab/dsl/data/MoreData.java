package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.readers.AnnotatedVideos;
import io.github.alprolab.datasets.readers.AskedVideos;
import io.github.alprolab.datasets.sprites.MovingSprites;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a data set comes to more of a split: rendered ones are asked, others need annotations. */
public final class MoreData {
    private static final Map<Split, String> FILES =
            new EnumMap<>(
                    Map.of(Split.TRAIN, "train", Split.VALIDATION, "val", Split.TEST, "test"));

    private MoreData() {}

    /** How many videos of a split are not there, which .presentOnly() leaves out. */
    public static int missing(List<?> datasets, Split split) {
        return datasets.stream().mapToInt(data -> missing(data, split)).sum();
    }

    private static int missing(Object data, Split split) {
        if (data instanceof AnnotatedVideos captioned) {
            return captioned.missing(split).size();
        }
        return data instanceof AskedVideos asked ? asked.missing(split).size() : 0;
    }

    /**
     * What to write or do.
     *
     * @param datasets whose split holds too little
     * @param count that is enough
     * @param only another split that is left alone by choice; then that choice is the cause
     */
    public static String fix(List<?> datasets, Split split, int count, Optional<Split> only) {
        if (only.isPresent()) {
            return "leave .only(Split.%s) out".formatted(only.get());
        }
        Object data = datasets.get(0);
        if (data instanceof MovingSprites) {
            return "%s.clips(Split.%s, %d)".formatted(data, split, count);
        }
        if (data instanceof ColourClips) {
            return "Datasets.colours(%1$d, %1$d, %1$d)".formatted(count);
        }
        boolean read = data instanceof AnnotatedVideos || data instanceof AskedVideos;
        return read
                ? "annotations of %s in the folder, such as %s.jsonl; Datasets.list() names the files that are read"
                        .formatted(split, FILES.get(split))
                : "a data set that holds some in " + split;
    }
}
