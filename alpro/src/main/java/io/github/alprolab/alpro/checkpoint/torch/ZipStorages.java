package io.github.alprolab.alpro.checkpoint.torch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The container of PyTorch since 1.6: a zip of {@code data.pkl} and one entry a storage. */
final class ZipStorages implements Storages {
    private static final String PICKLE = "/data.pkl";

    private final ZipFile zip;
    private final String folder;
    private final Object root;

    private ZipStorages(ZipFile zip, String folder, Object root) {
        this.zip = zip;
        this.folder = folder;
        this.root = root;
    }

    static ZipStorages open(Path file) throws IOException {
        ZipFile zip = opened(file);
        try {
            ZipArchiveEntry pickle =
                    Collections.list(zip.getEntries()).stream()
                            .filter(e -> e.getName().endsWith(PICKLE))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IOException(
                                                    "The zip holds no data.pkl; it was not written"
                                                            + " by torch.save."));
            String name = pickle.getName();
            String folder = name.substring(0, name.length() - PICKLE.length());
            requireLittleEndian(zip, folder);
            try (InputStream in = new BufferedInputStream(zip.getInputStream(pickle))) {
                return new ZipStorages(zip, folder, Pickle.read(new PickleInput(in)));
            }
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile opened(Path file) throws IOException {
        try {
            return ZipFile.builder().setPath(file).get();
        } catch (IOException e) {
            throw new IOException(
                    "The zip has no readable directory at its end; the file is truncated or"
                            + " damaged.",
                    e);
        }
    }

    private static void requireLittleEndian(ZipFile zip, String folder) throws IOException {
        ZipArchiveEntry order = zip.getEntry(folder + "/byteorder");
        if (order == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(order)) {
            String text = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
            if (!text.strip().equals("little")) {
                throw new IOException(
                        "The file has byte order “" + text + "”; only little is read.");
            }
        }
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public byte[] read(StorageRef storage, long from, long to) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(folder + "/data/" + storage.key());
        long size = storage.elements() * storage.type().bytes();
        if (entry == null || entry.getSize() < size) {
            throw new EOFException(
                    "Storage %s should have %d bytes and has %s; the file is truncated or damaged."
                            .formatted(
                                    storage.key(),
                                    size,
                                    entry == null ? "none" : Long.toString(entry.getSize())));
        }
        int wanted = Math.toIntExact((to - from) * storage.type().bytes());
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            in.skipNBytes(from * storage.type().bytes());
            bytes = in.readNBytes(wanted);
        }
        if (bytes.length == entry.getSize()) {
            requireSum(entry, bytes);
        }
        if (bytes.length < wanted) {
            throw new EOFException("Storage " + storage.key() + " ends early; it is truncated.");
        }
        return bytes;
    }

    private static void requireSum(ZipArchiveEntry entry, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw new IOException(
                    "%s has CRC %08x, written was %08x; the file is damaged."
                            .formatted(entry.getName(), sum.getValue(), entry.getCrc()));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
