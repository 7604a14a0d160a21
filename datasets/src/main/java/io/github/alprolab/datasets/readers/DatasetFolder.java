package io.github.alprolab.datasets.readers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder in which a user keeps one data set: annotations in it or in {@code txt}, {@code
 * annotations}, {@code data}, {@code dataset} or {@code splits} below it, videos in {@code videos},
 * {@code images} or {@code gifs} below it, else anywhere in it.
 */
final class DatasetFolder {
    private final Path folder;

    /**
     * @throws AnnotationException when it is not there
     */
    DatasetFolder(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw new AnnotationException(
                    folder.toString(),
                    "is no folder; where each data set comes from is told by Datasets.list()");
        }
    }

    /** The first of several spellings of a file that is there. */
    Optional<Path> find(String... names) {
        return Stream.of(names)
                .flatMap(name -> places().stream().map(place -> place.resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Says what would have been read. */
    AnnotationException nothingFound(String expected) {
        return new AnnotationException(
                folder.toString(),
                "holds no annotations. Expected here, in txt or in annotations: %s; how to get it: Datasets.list()"
                        .formatted(expected));
    }

    VideoFolder videos() {
        return VideoFolder.of(
                Stream.of("videos", "images", "gifs")
                        .map(folder::resolve)
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElse(folder));
    }

    private List<Path> places() {
        return Stream.of("", "txt", "annotations", "data", "dataset", "splits", "data/splits")
                .map(folder::resolve)
                .toList();
    }
}
