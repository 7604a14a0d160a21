package io.github.alprolab.datasets.video;

import io.github.alprolab.datasets.ClipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each of some files is, or why it cannot be read, as a Markdown table. */
public final class VideoTable {
    private static final String HEAD =
            """
            | file | size | frames | keys | rate | stream | picture streams | codec | pixels | turned | answer |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private VideoTable() {}

    /**
     * Prints the table of files and of the files in folders.
     *
     * @param paths at least one
     */
    public static void main(String[] paths) throws IOException {
        if (paths.length == 0) {
            System.err.println("videos takes files or folders, for example ./lab videos clips/");
            System.exit(2);
        }
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            files.addAll(filesOf(Path.of(path)));
        }
        System.out.print(of(files));
    }

    /** One row a file; each is decoded once. */
    public static String of(List<Path> files) {
        return files.stream().map(VideoTable::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static List<Path> filesOf(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String row(Path file) {
        try {
            return row(VideoClip.inspect(file));
        } catch (ClipException e) {
            String cause = e.getMessage().replace("video " + e.file() + ": ", "");
            return "| %s | | | | | | | | | | %s: %s |%n"
                    .formatted(cell(file.getFileName()), e.fault(), cell(cause));
        }
    }

    private static String row(VideoInfo info) {
        String aspect = info.sampleAspectRatio() == 1 ? "" : ", pixel %.3f : 1";
        return String.format(
                Locale.ROOT,
                "| %s | %d × %d%s | %d | %d | %.2f | %d | %d | %s | %s | %d° | %s |%n",
                cell(info.file().getFileName()),
                info.width(),
                info.height(),
                String.format(Locale.ROOT, aspect, info.sampleAspectRatio()),
                info.frameCount(),
                info.keyframes(),
                info.framesPerSecond(),
                info.stream(),
                info.pictureStreams(),
                info.codec(),
                info.pixelFormat(),
                info.rotation(),
                info.answer());
    }

    private static String cell(Object text) {
        return text.toString().replace("|", "\\|").replace('\n', ' ');
    }
}
