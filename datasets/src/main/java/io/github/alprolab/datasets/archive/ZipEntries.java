package io.github.alprolab.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip by its directory at the end, which is what other programs believe too. */
final class ZipEntries implements ArchiveEntries {
    private static final int TYPE = 0170000;
    private static final int PLAIN = 0100000;
    private static final int FOLDER = 0040000;

    private final ZipFile zip;
    private final Enumeration<ZipArchiveEntry> entries;
    private ZipArchiveEntry entry;
    private CheckedInputStream read;

    private ZipEntries(ZipFile zip) {
        this.zip = zip;
        this.entries = zip.getEntriesInPhysicalOrder();
    }

    static ZipEntries open(Path archive) throws IOException {
        return new ZipEntries(ZipFile.builder().setPath(archive).get());
    }

    @Override
    public boolean next() {
        boolean more = entries.hasMoreElements();
        entry = more ? entries.nextElement() : null;
        return more;
    }

    @Override
    public String name() {
        return entry.getName();
    }

    @Override
    public String oddity() {
        int type = entry.getUnixMode() & TYPE;
        if (entry.isUnixSymlink()) {
            return "a symbolic link";
        }
        if (type != 0 && type != PLAIN && type != FOLDER) {
            return "a device or other special file";
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return "encrypted";
        }
        return zip.canReadEntryData(entry) ? "" : "compressed by method " + entry.getMethod();
    }

    @Override
    public boolean folder() {
        return entry.isDirectory();
    }

    @Override
    public long size() {
        return entry.getSize();
    }

    @Override
    public InputStream bytes() throws IOException {
        read = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
        return read;
    }

    @Override
    public long position() {
        return entry.getDataOffset() + entry.getCompressedSize();
    }

    /** The library leaves comparing the sum to its callers. */
    @Override
    public void verify() throws IOException {
        if (read.getChecksum().getValue() != entry.getCrc()) {
            throw new ZipException("the checksum of \"" + entry.getName() + "\" is another one");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
