package io.github.alprolab.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The entries of an archive one after another. */
interface ArchiveEntries extends AutoCloseable {
    /** Goes to the next entry; false after the last. */
    boolean next() throws IOException;

    /** Name as the archive spells it. */
    String name();

    /** What the entry is, other than a plain file or folder; empty for these two. */
    String oddity();

    boolean folder();

    /** Bytes as announced; negative when not announced. */
    long size();

    /** The bytes of the entry; not to be closed. */
    InputStream bytes() throws IOException;

    /** Where in the archive's file the reading is, in bytes. */
    long position() throws IOException;

    /** Compares what was read with the archive's own sum, where it has one. */
    void verify() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Opens an archive of any kind known here.
     *
     * @throws ArchiveException when it is of another kind
     */
    static ArchiveEntries open(Path archive) throws IOException {
        ArchiveKind kind = ArchiveKind.of(archive);
        return kind == ArchiveKind.ZIP ? ZipEntries.open(archive) : TarEntries.open(archive, kind);
    }
}
