package io.github.alprolab.datasets.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The plain files of a tar that stays as it is: their names, and where in the tar their bytes lie.
 * The tar is read as if its maker were hostile; nothing is written.
 */
public final class TarListing {
    private final Path tar;
    private final ArchiveLimits limits;
    private final TakenNames names = new TakenNames();
    private long entries;
    private long bytes;

    private TarListing(Path tar, ArchiveLimits limits) {
        this.tar = tar;
        this.limits = limits;
    }

    /** Is told of each file in the order of the tar. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * A file.
         *
         * @param name in the tar, folders divided by slashes; inside any folder it is unpacked to
         * @param offset of its first byte in the tar
         * @param bytes it has
         * @param contents need not be read
         */
        void file(String name, long offset, long bytes, InputStream contents) throws IOException;
    }

    /**
     * Goes over a tar once.
     *
     * @throws ArchiveException when it is not there, no plain tar, damaged, cut or refused; names
     *     the entry and what to do
     */
    public static void visit(Path tar, ArchiveLimits limits, Visitor visitor) {
        try {
            if (ArchiveKind.of(tar) != ArchiveKind.TAR) {
                throw new ArchiveException(
                        tar,
                        "is compressed, so nothing in it can be reached by its place; unpack that alone: gunzip -k or zstd -d");
            }
            new TarListing(tar, limits).visit(visitor);
        } catch (EOFException e) {
            throw new ArchiveException(tar, "was cut: it ends in the middle; fetch it again", e);
        } catch (RefusedException e) {
            throw new ArchiveException(tar, e.getMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveException(
                    tar, "is damaged (" + e.getMessage() + "); fetch it again", e);
        }
    }

    private void visit(Visitor visitor) throws IOException {
        long size = Files.size(tar);
        try (TarEntries source = TarEntries.open(tar, ArchiveKind.TAR)) {
            while (source.next()) {
                String name = judged(source, size);
                if (!source.folder() && !name.isEmpty()) {
                    visitor.file(name, source.offset(), source.size(), source.bytes());
                }
            }
        }
    }

    private String judged(TarEntries entry, long size) throws RefusedException {
        entries++;
        long more = Math.max(0, entry.size());
        bytes = more > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + more;
        String broken = limits.broken(entries, bytes, size);
        if (!broken.isEmpty()) {
            throw refused(entry, broken);
        }
        if (!entry.oddity().isEmpty()) {
            throw refused(entry, "is " + entry.oddity() + "; plain files and folders are read");
        }
        try {
            EntryName name = EntryName.of(entry.name());
            names.take(name, entry.folder());
            return name.toString();
        } catch (IllegalArgumentException e) {
            throw refused(entry, e.getMessage());
        }
    }

    private static RefusedException refused(TarEntries entry, String why) {
        return new RefusedException(
                "entry \"%s\" %s; get the archive from its publisher"
                        .formatted(EntryName.shown(entry.name()), why));
    }
}
