package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.Split;
import java.nio.file.Path;
import java.util.List;

/** Annotations about videos that are not there: how many, which, and what to do. */
final class MissingVideos {
    private static final int SHOWN = 3;

    private MissingVideos() {}

    /**
     * The fault.
     *
     * @param all videos of the split
     * @param code the call that read them; empty where there is none
     * @param texts what the annotations are, such as captions
     */
    static AnnotationException refused(
            String name,
            Path folder,
            Split split,
            List<String> missing,
            long all,
            String texts,
            String code) {
        return AnnotationException.leaving(
                folder.toString(),
                "%d of %d videos of %s in %s are missing, first: %s. Put them there, or leave their %s out: .presentOnly()"
                        .formatted(
                                missing.size(),
                                all,
                                split,
                                name,
                                missing.subList(0, Math.min(SHOWN, missing.size())),
                                texts),
                code + ".presentOnly()");
    }
}
