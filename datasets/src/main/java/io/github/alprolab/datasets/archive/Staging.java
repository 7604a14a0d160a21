package io.github.alprolab.datasets.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder beside the target where files grow until all of them are whole. */
final class Staging implements AutoCloseable {
    private static final String FILES = "files";

    private final Path folder;
    private final Journal journal;
    private final Map<String, Long> earlier;
    private final List<EntryName> files = new ArrayList<>();
    private final List<EntryName> folders = new ArrayList<>();

    private Staging(Path folder, Journal journal, Map<String, Long> earlier) {
        this.folder = folder;
        this.journal = journal;
        this.earlier = earlier;
    }

    static Staging open(Path archive, Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new ArchiveException(archive, "cannot be unpacked into the root of a disk");
        }
        Path folder = parent.resolve("." + target.getFileName() + "-unpacking");
        Files.createDirectories(folder);
        Journal journal = Journal.open(folder.resolve("journal"), archive);
        try {
            Map<String, Long> earlier = journal.earlier();
            if (earlier.isEmpty() && Files.exists(folder.resolve(FILES))) {
                delete(folder.resolve(FILES));
            }
            return new Staging(folder, journal, earlier);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Whole files so far. */
    long files() {
        return files.size();
    }

    /** Whether an earlier run has unpacked this file of this size. */
    boolean holds(EntryName name, long size) throws IOException {
        Path file = staged(name);
        return earlier.getOrDefault(name.toString(), -1L) == size
                && Files.isRegularFile(file)
                && Files.size(file) == size;
    }

    void keep(EntryName name) {
        files.add(name);
    }

    void folder(EntryName name) {
        folders.add(name);
    }

    OutputStream create(EntryName name) throws IOException {
        Path file = staged(name);
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
    }

    void finish(EntryName name, long size) throws IOException {
        journal.append(name, size);
        files.add(name);
    }

    /**
     * Moves all files to the target, or none when something is in the way of one of them. A target
     * that does not exist appears whole.
     */
    void moveInto(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            moveEachInto(target);
        } else {
            for (EntryName name : folders) {
                Files.createDirectories(staged(name));
            }
            Files.move(folder.resolve(FILES), target, StandardCopyOption.ATOMIC_MOVE);
        }
        discard();
    }

    private void moveEachInto(Path target) throws IOException {
        for (EntryName name : folders) {
            requireFolders(target, name, name.parts().size());
        }
        for (EntryName name : files) {
            requireFolders(target, name, name.parts().size() - 1);
            requireFree(target, name);
        }
        for (EntryName name : folders) {
            Files.createDirectories(below(target, name));
        }
        for (EntryName name : files) {
            Path to = below(target, name);
            Files.createDirectories(to.getParent());
            Files.move(staged(name), to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What exists on the way must be a folder; a link would lead out of the target. */
    private static void requireFolders(Path target, EntryName name, int depth)
            throws RefusedException {
        Path path = target;
        for (String part : name.parts().subList(0, depth)) {
            path = path.resolve(part);
            boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            if (exists && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new RefusedException(
                        "holds \"%s\", but %s is a link or file; choose another folder or remove it"
                                .formatted(name, path));
            }
        }
    }

    private void requireFree(Path target, EntryName name) throws IOException {
        Path to = below(target, name);
        boolean exists = Files.exists(to, LinkOption.NOFOLLOW_LINKS);
        boolean plain = Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS);
        if (exists && (!plain || Files.mismatch(staged(name), to) >= 0)) {
            throw new RefusedException(
                    "holds \"%s\", which exists in %s with other content; choose another folder or remove it"
                            .formatted(name, target));
        }
    }

    private Path staged(EntryName name) {
        return below(folder.resolve(FILES), name);
    }

    private static Path below(Path root, EntryName name) {
        Path path = root;
        for (String part : name.parts()) {
            path = path.resolve(part);
        }
        return path;
    }

    /** Removes everything that was unpacked beside the target. */
    void discard() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
