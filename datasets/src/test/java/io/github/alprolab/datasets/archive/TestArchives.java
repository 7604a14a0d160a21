package io.github.alprolab.datasets.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Archives made on the spot, honest and hostile ones. */
final class TestArchives {
    private TestArchives() {}

    interface TarContent {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    interface ZipContent {
        void write(ZipArchiveOutputStream zip) throws IOException;
    }

    /** Compressed as the ending of the file says. */
    static Path tar(Path file, TarContent content) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(compressed(file), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            content.write(tar);
        }
        return file;
    }

    private static OutputStream compressed(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        String name = file.toString();
        if (name.endsWith(".gz")) {
            return new GzipCompressorOutputStream(out);
        }
        return name.endsWith(".zst") ? new ZstdCompressorOutputStream(out) : out;
    }

    static Path zip(Path file, ZipContent content) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            content.write(zip);
        }
        return file;
    }

    static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Slashes at the front are what a hostile archive has.
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    static void link(TarArchiveOutputStream tar, String name, String target, byte kind)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    static void mode(ZipArchiveOutputStream zip, String name, int mode) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write("/etc".getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    static void zeros(ZipArchiveOutputStream zip, String name, int mebibytes) throws IOException {
        byte[] zeros = new byte[1 << 20];
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        for (int i = 0; i < mebibytes; i++) {
            zip.write(zeros);
        }
        zip.closeArchiveEntry();
    }

    /** The same zip with a byte of its first file changed. */
    static Path damaged(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            bytes[(int) zip.getEntries().nextElement().getDataOffset() + 4] ^= 0x5a;
        }
        return Files.write(file, bytes);
    }
}
