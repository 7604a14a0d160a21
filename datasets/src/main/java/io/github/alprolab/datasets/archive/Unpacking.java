package io.github.alprolab.datasets.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One pass over an archive: every entry is judged, then written or found written already. */
final class Unpacking {
    private static final int BUFFER = 1 << 16;

    private final Path archive;
    private final ArchiveLimits limits;
    private final Staging staging;
    private final ArchiveProgress progress;
    private final TakenNames names = new TakenNames();
    private final byte[] buffer = new byte[BUFFER];
    private final long archiveBytes;
    private long entries;
    private long bytes;
    private long resumed;

    Unpacking(Path archive, ArchiveLimits limits, Staging staging, ArchiveProgress progress)
            throws IOException {
        this.archive = archive;
        this.limits = limits;
        this.staging = staging;
        this.progress = progress;
        this.archiveBytes = Files.size(archive);
    }

    long bytes() {
        return bytes;
    }

    long resumed() {
        return resumed;
    }

    void run() throws IOException {
        try (ArchiveEntries source = open()) {
            while (next(source)) {
                take(source);
            }
        }
        if (staging.files() == 0) {
            throw new RefusedException("holds no file; fetch it again or give another");
        }
    }

    private ArchiveEntries open() throws IOException {
        try {
            return ArchiveEntries.open(archive);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private boolean next(ArchiveEntries source) throws IOException {
        try {
            return source.next();
        } catch (IOException | IllegalArgumentException e) {
            throw fault(e);
        }
    }

    private void take(ArchiveEntries entry) throws IOException {
        EntryName name = judge(entry);
        entries++;
        require(Math.max(0, entry.size()), entry.name());
        if (name.parts().isEmpty()) {
            return;
        }
        if (entry.folder()) {
            staging.folder(name);
        } else if (staging.holds(name, entry.size())) {
            staging.keep(name);
            resumed++;
            bytes += entry.size();
        } else {
            write(entry, name);
        }
        double share = Math.min(1, (double) entry.position() / archiveBytes);
        progress.extracted(staging.files(), bytes, share, name.toString());
    }

    private EntryName judge(ArchiveEntries entry) throws RefusedException {
        if (!entry.oddity().isEmpty()) {
            throw refused(
                    entry.name(),
                    "is " + entry.oddity() + "; plain files and folders are unpacked");
        }
        try {
            EntryName name = EntryName.of(entry.name());
            if (name.parts().isEmpty() && !entry.folder()) {
                throw new IllegalArgumentException("has no name");
            }
            names.take(name, entry.folder());
            return name;
        } catch (IllegalArgumentException e) {
            throw refused(entry.name(), e.getMessage());
        }
    }

    private void write(ArchiveEntries entry, EntryName name) throws IOException {
        long written = 0;
        InputStream in = read(entry);
        try (OutputStream out = staging.create(name)) {
            for (int n = read(in, entry); n >= 0; n = read(in, entry)) {
                bytes += n;
                written += n;
                require(0, entry.name());
                out.write(buffer, 0, n);
            }
        }
        verify(entry);
        staging.finish(name, written);
    }

    private static void verify(ArchiveEntries entry) throws IOException {
        try {
            entry.verify();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private InputStream read(ArchiveEntries entry) throws IOException {
        try {
            return entry.bytes();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private int read(InputStream in, ArchiveEntries entry) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(
                    "interrupted at \"" + EntryName.shown(entry.name()) + "\"");
        }
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private void require(long announced, String entry) throws RefusedException {
        long sum = announced > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + announced;
        String broken = limits.broken(entries, sum, archiveBytes);
        if (!broken.isEmpty()) {
            throw new RefusedException(broken + " (reached at \"" + EntryName.shown(entry) + "\")");
        }
    }

    private static RefusedException refused(String entry, String cause) {
        return new RefusedException(
                "entry \"%s\" %s; nothing was unpacked, get the archive from its publisher or unpack it by hand"
                        .formatted(EntryName.shown(entry), cause));
    }

    /** What an error of reading means; an interrupt closes the file and is no fault of it. */
    private static IOException fault(Exception cause) {
        if (cause instanceof RefusedException refused) {
            return refused;
        }
        if (cause instanceof ClosedByInterruptException) {
            return new InterruptedIOException("interrupted");
        }
        if (cause instanceof EOFException) {
            return new RefusedException(
                    "was cut: it ends in the middle; nothing was unpacked, fetch it again", cause);
        }
        return new RefusedException(
                "is damaged (" + cause.getMessage() + "); nothing was unpacked, fetch it again",
                cause);
    }
}
