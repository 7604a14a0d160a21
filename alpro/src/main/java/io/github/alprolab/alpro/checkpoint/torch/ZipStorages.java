package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.FileRegion;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The container of PyTorch since 1.6: a zip of {@code data.pkl} and one entry a storage, none of
 * them compressed. Sums are checked when an entry is first used.
 */
final class ZipStorages implements Storages {
    private static final String PICKLE = "/data.pkl";
    private static final int PIECE = 1 << 20;
    private static final long EXTRA_MOST = 64L << 20;

    private final FileChannel file;
    private final ZipFile zip;
    private final String folder;
    private final Set<String> checked = new HashSet<>();
    private final Object root;

    private ZipStorages(FileChannel file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        ZipArchiveEntry pickle =
                Collections.list(zip.getEntries()).stream()
                        .filter(e -> e.getName().endsWith(PICKLE))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "The zip holds no data.pkl; it was not written by"
                                                        + " torch.save."));
        String name = pickle.getName();
        this.folder = name.substring(0, name.length() - PICKLE.length());
        requireLittleEndian();
        this.root = Pickle.read(new PickleInput(Channels.newInputStream(checked(pickle))));
    }

    static ZipStorages open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return new ZipStorages(file, directory(file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static ZipFile directory(FileChannel file) throws IOException {
        try {
            return ZipFile.builder().setSeekableByteChannel(file).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "The zip has no readable directory at its end; the file is truncated or"
                            + " damaged.",
                    e);
        }
    }

    private void requireLittleEndian() throws IOException {
        ZipArchiveEntry order = zip.getEntry(folder + "/byteorder");
        if (order == null) {
            return;
        }
        byte[] bytes = Channels.newInputStream(checked(order)).readNBytes(16);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        if (!text.strip().equals("little")) {
            throw new IOException("The file has byte order “" + text + "”; only little is read.");
        }
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public ReadableByteChannel open(StorageRef storage, long from, long count) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(folder + "/data/" + storage.key());
        if (entry == null || entry.getSize() < storage.bytes()) {
            throw new EOFException(
                    "Storage %s should have %d bytes and has %s; the file is truncated or damaged."
                            .formatted(
                                    storage.key(),
                                    storage.bytes(),
                                    entry == null ? "none" : Long.toString(entry.getSize())));
        }
        checked(entry);
        int size = storage.type().bytes();
        return new FileRegion(file, entry.getDataOffset() + from * size, count * size);
    }

    @Override
    public Optional<byte[]> extra(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(folder + TorchWriter.EXTRA + name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getSize() > EXTRA_MOST) {
            throw new IOException(
                    "%s has %d bytes; such entries have at most %d."
                            .formatted(entry.getName(), entry.getSize(), EXTRA_MOST));
        }
        return Optional.of(Channels.newInputStream(checked(entry)).readAllBytes());
    }

    /** The content of an entry, whose sum is compared the first time. */
    private ReadableByteChannel checked(ZipArchiveEntry entry) throws IOException {
        if (entry.getMethod() != ZipArchiveEntry.STORED
                || entry.getSize() != entry.getCompressedSize()) {
            throw new IOException(
                    entry.getName()
                            + " is compressed, which torch.save never does. Load the file in Python"
                            + " and save its state dict again.");
        }
        FileRegion content = new FileRegion(file, entry.getDataOffset(), entry.getSize());
        if (checked.add(entry.getName())) {
            long sum = sum(content, (int) Math.min(PIECE, entry.getSize() + 1));
            if (sum != entry.getCrc()) {
                throw new IOException(
                        "%s has CRC %08x, written was %08x; the file is damaged."
                                .formatted(entry.getName(), sum, entry.getCrc()));
            }
        }
        return new FileRegion(file, entry.getDataOffset(), entry.getSize());
    }

    private static long sum(ReadableByteChannel content, int atOnce) throws IOException {
        CRC32 sum = new CRC32();
        ByteBuffer piece = ByteBuffer.allocate(atOnce);
        while (content.read(piece) >= 0) {
            sum.update(piece.flip());
            piece.clear();
        }
        return sum.getValue();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
