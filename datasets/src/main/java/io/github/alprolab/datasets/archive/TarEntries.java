package io.github.alprolab.datasets.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdUtils;

/** A tar as a stream, compressed or not. */
final class TarEntries implements ArchiveEntries {
    private static final int BUFFER = 1 << 16;
    private static final int RECORD = 512;

    private final TarArchiveInputStream tar;
    private TarArchiveEntry entry;

    private TarEntries(TarArchiveInputStream tar) {
        this.tar = tar;
    }

    static TarEntries open(Path archive, ArchiveKind kind) throws IOException {
        if (kind == ArchiveKind.TAR) {
            requireEnd(archive);
        }
        InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
        try {
            return new TarEntries(
                    new TarArchiveInputStream(unpacked(archive, kind, file), "UTF-8"));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * A tar that is cut between two entries reads like a shorter one. Compressed ones have a sum at
     * their end, a plain one only its last record of zeros.
     */
    private static void requireEnd(Path archive) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(RECORD);
        try (SeekableByteChannel file = Files.newByteChannel(archive)) {
            file.position(file.size() - RECORD);
            while (last.hasRemaining() && file.read(last) >= 0) {
                // Reads on until the record is full.
            }
        }
        for (byte b : last.array()) {
            if (b != 0) {
                throw new IOException("it ends without the zeros that end a tar, so it was cut");
            }
        }
    }

    private static InputStream unpacked(Path archive, ArchiveKind kind, InputStream file)
            throws IOException {
        return switch (kind) {
            case TAR_GZ ->
                    GzipCompressorInputStream.builder()
                            .setInputStream(file)
                            .setDecompressConcatenated(true)
                            .get();
            case TAR_ZST -> zstandard(archive, file);
            default -> file;
        };
    }

    private static InputStream zstandard(Path archive, InputStream file) throws IOException {
        if (!ZstdUtils.isZstdCompressionAvailable()) {
            throw new ArchiveException(
                    archive,
                    "is compressed by Zstandard, whose codec is not on the class path; add com.github.luben:zstd-jni or unpack it with: zstd -d");
        }
        return new ZstdCompressorInputStream(file);
    }

    @Override
    public boolean next() throws IOException {
        entry = tar.getNextEntry();
        return entry != null;
    }

    @Override
    public String name() {
        return entry.getName();
    }

    @Override
    public String oddity() {
        if (entry.isSymbolicLink()) {
            return "a symbolic link";
        }
        if (entry.isLink()) {
            return "a hard link";
        }
        if (entry.isSparse()) {
            return "a sparse file";
        }
        return entry.isFile() || entry.isDirectory() ? special() : "a device or other special file";
    }

    /** Commons Compress counts whatever is not a folder as a file. */
    private String special() {
        boolean device = entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
        return device ? "a device or other special file" : "";
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
    public InputStream bytes() {
        return tar;
    }

    /** A tar has no sums of contents; one that is cut off fails while it is read. */
    @Override
    public void verify() {}

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
