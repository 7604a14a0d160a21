package io.github.alprolab.datasets.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** A tar record by record, as no program of good will writes it. */
final class RawTar {
    private static final int RECORD = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A header with a right sum that announces a size whatever follows. */
    RawTar header(char type, String name, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name, (byte) type, true);
        entry.setSize(size);
        byte[] header = new byte[RECORD];
        entry.writeEntryHeader(header);
        bytes.writeBytes(header);
        return this;
    }

    RawTar entry(char type, String name, String text) {
        byte[] contents = text.getBytes(StandardCharsets.UTF_8);
        header(type, name, contents.length);
        bytes.writeBytes(contents);
        return zeros(-contents.length & (RECORD - 1));
    }

    RawTar file(String name, String text) {
        return entry('0', name, text);
    }

    /** A header of one attribute. */
    RawTar pax(char type, String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int digits = 1;
        while (Integer.toString(length + digits).length() > digits) {
            digits++;
        }
        return entry(type, "pax", (length + digits) + rest);
    }

    RawTar zeros(int count) {
        bytes.writeBytes(new byte[count]);
        return this;
    }

    RawTar text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RawTar end() {
        return zeros(2 * RECORD);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    byte[] gzipped() {
        return gzipped(bytes());
    }

    static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Compressed where the name says so. */
    Path write(Path file) throws IOException {
        return Files.write(file, file.toString().endsWith(".gz") ? gzipped() : bytes());
    }
}
