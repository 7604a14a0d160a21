package io.github.alprolab.datasets.readers;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The videos and pictures below a folder by name. Listed once; annotations that name a file
 * elsewhere do not reach it.
 */
public final class VideoFolder {
    private static final Set<String> EXTENSIONS =
            Set.of(
                    "3g2", "3gp", "avi", "flv", "gif", "jpeg", "jpg", "m2ts", "m4v", "mkv", "mov",
                    "mp4", "mpeg", "mpg", "mts", "ogv", "png", "ts", "webm", "webp", "wmv");

    private final Path folder;
    private final Map<String, List<Path>> byName = new HashMap<>();
    private final Map<String, List<Path>> byStem = new HashMap<>();

    private VideoFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Lists the files of a folder and of those below it.
     *
     * @throws AnnotationException when the folder is not there
     */
    public static VideoFolder of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AnnotationException(
                    folder.toString(),
                    "is no folder; a folder of videos is needed, where to get them is told by Datasets.list()");
        }
        VideoFolder videos = new VideoFolder(folder);
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder,
                    Set.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new Collecting(found));
        } catch (IOException e) {
            throw new AnnotationException(folder.toString(), "cannot be listed: " + e, e);
        }
        found.stream().sorted().filter(VideoFolder::isVideo).forEach(videos::add);
        return videos;
    }

    /** Links are followed; one that leads back to a folder above it holds nothing new. */
    private static final class Collecting extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Collecting(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }

    private void add(Path file) {
        String name = file.getFileName().toString();
        byName.merge(name, List.of(file), VideoFolder::joined);
        byStem.merge(stem(name), List.of(file), VideoFolder::joined);
    }

    private static List<Path> joined(List<Path> some, List<Path> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * The file of a video: of exactly this name, else of this name with any extension, {@code mp4}
     * first. Folders in front of the name tell files of equal names apart.
     *
     * @throws AnnotationException when several files could be meant
     */
    public Optional<Path> find(String video) {
        String path = video.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Path> files = byName.getOrDefault(name, byStem.getOrDefault(stem(name), List.of()));
        for (Predicate<Path> choice :
                List.<Predicate<Path>>of(file -> endsWith(file, path), VideoFolder::isMp4)) {
            List<Path> chosen = files.stream().filter(choice).toList();
            files = files.size() < 2 || chosen.isEmpty() ? files : chosen;
        }
        if (files.size() > 1) {
            throw new AnnotationException(
                    folder.toString(),
                    "holds several files for the video \"%s\": %s. Remove or rename all but one"
                            .formatted(video, files));
        }
        return files.stream().findFirst();
    }

    private boolean endsWith(Path file, String path) {
        return ("/" + stem(below(file))).endsWith("/" + stem(path));
    }

    private static boolean isMp4(Path file) {
        return extension(file.toString()).equals("mp4");
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** All videos and pictures, by their places below the folder. */
    public List<FileClip> clips() {
        return byName.values().stream()
                .flatMap(List::stream)
                .sorted()
                .map(file -> new FileClip(below(file), file))
                .toList();
    }

    private String below(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Number of videos and pictures. */
    public int size() {
        return byName.values().stream().mapToInt(List::size).sum();
    }

    private static boolean isVideo(Path file) {
        return isVideo(extension(file.getFileName().toString())) && Files.isRegularFile(file);
    }

    /** Whether a name that ends so is a video's or a picture's. */
    static boolean isVideo(String extension) {
        return EXTENSIONS.contains(extension);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Without a video's extension; DiDeMo has names that end in a bare dot. */
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        boolean cut = dot > 0 && (dot == name.length() - 1 || EXTENSIONS.contains(extension(name)));
        return cut ? name.substring(0, dot) : name;
    }
}
