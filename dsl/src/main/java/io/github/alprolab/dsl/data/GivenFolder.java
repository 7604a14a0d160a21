package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.archive.ArchiveProgress;
import io.github.alprolab.datasets.archive.Extraction;
import io.github.alprolab.datasets.readers.AnnotationException;
import io.github.alprolab.datasets.readers.FileClip;
import io.github.alprolab.datasets.readers.VideoFolder;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.Reading;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.show.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** The folder of a data set, given as such or as an archive of it. */
public final class GivenFolder {
    private static final String LEFT_BY_MACOS = "__MACOSX";

    private GivenFolder() {}

    /** A path as users type it: {@code ~} and {@code ~/} stand for the folder of the user. */
    public static Path path(String text) {
        return text.equals("~") || text.startsWith("~/")
                ? Path.of(System.getProperty("user.home") + text.substring(1))
                : Path.of(text);
    }

    /** The folder itself; an archive is unpacked beside itself, once, and told of on a line. */
    public static Path of(Path given) {
        if (!Files.isRegularFile(given)) {
            return given;
        }
        try (Unpacking unpacking = new Unpacking("unpacking " + given.getFileName())) {
            return inner(Extraction.of(given).beside(unpacking));
        }
    }

    /**
     * The videos and pictures below a folder.
     *
     * @throws AdviceException C10 when it is no folder
     */
    public static List<FileClip> clips(Path given) {
        try {
            return VideoFolder.of(of(given)).clips();
        } catch (AnnotationException e) {
            throw new AdviceException(
                    "C10", e.getMessage(), "Clips.folder(\"my-clips\"), a folder of video files");
        }
    }

    /** Most archives hold one folder with everything in it. */
    private static Path inner(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> held = all.filter(file -> !file.endsWith(LEFT_BY_MACOS)).toList();
            return held.size() == 1 && Files.isDirectory(held.get(0)) ? held.get(0) : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
    }

    /** Begins to tell with the first file, so that an archive unpacked before is silent. */
    private static final class Unpacking implements ArchiveProgress, AutoCloseable {
        private static final int PERCENT = 100;

        private final String title;
        private final long start = System.nanoTime();
        private Progress progress;

        Unpacking(String title) {
            this.title = title;
        }

        @Override
        public void extracted(long files, long bytes, double share, String entry) {
            if (progress == null) {
                progress = FrontEnd.current().start();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.show(
                    new State(
                            title,
                            "",
                            (int) (PERCENT * share),
                            PERCENT,
                            "%",
                            List.of(
                                    new Reading("files", Numbers.whole(files)),
                                    new Reading("size", Numbers.bytes(bytes))),
                            seconds,
                            share > 0 ? seconds / share * (1 - share) : Double.NaN));
            if (progress.stopRequested()) {
                throw new CancellationException(
                        title + " was stopped; run again to go on where it was");
            }
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
            }
        }
    }
}
