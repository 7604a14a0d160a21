package io.github.alprolab.alpro.checkpoint;

import io.github.alprolab.datasets.file.AtomicFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes safetensors, tensor by tensor. */
public final class Safetensors {
    /** A header of over this many bytes is taken for damage. */
    private static final long HEADER_MOST = 64L << 20;

    /** Elements to make room for before they have come, where the length is not known. */
    private static final int FEW = 1 << 18;

    private Safetensors() {}

    /** Takes one tensor at a time. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Called once a tensor, in the order of the file; the next one is read when this returns.
         *
         * @param tensor its name, shape and numbers, for the receiver to keep
         * @throws IOException to end the reading
         */
        void accept(StoredTensor tensor) throws IOException;
    }

    /**
     * Reads all tensors of a file in its order. Half precision is widened exactly, float64 is
     * rounded and marked as {@link StoredTensor#narrowed}, whole numbers become int64.
     *
     * @throws IOException naming the file, for one that is truncated, too long or damaged
     */
    public static void read(Path file, Sink sink) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            SafetensorsHeader header = header(in);
            long begin = in.position();
            if (header.bytes() != in.size() - begin) {
                throw new IOException(
                        "its header speaks of %d bytes of tensors and %d are there"
                                .formatted(header.bytes(), in.size() - begin));
            }
            for (SafetensorsHeader.Entry entry : header.entries()) {
                sink.accept(tensor(in, entry, Integer.MAX_VALUE));
            }
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Names and shapes alone.
     *
     * @throws IOException naming the file, for one whose header is damaged
     */
    public static Map<String, long[]> shapes(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            return shapes(in);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What the writer says of the file beside its tensors, by name; empty for most files.
     *
     * @throws IOException naming the file, for one whose header is damaged
     */
    public static Map<String, String> metadata(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            return header(in).metadata();
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Names and shapes at the beginning of a stream or file. */
    static Map<String, long[]> shapes(ReadableByteChannel in) throws IOException {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        header(in).entries().forEach(e -> shapes.put(e.name(), e.shape()));
        return shapes;
    }

    /**
     * Reads all tensors of a stream; see {@link #read(Path, Sink)}.
     *
     * @throws IOException for a truncated or damaged stream, saying what is wrong
     */
    public static void read(InputStream in, Sink sink) throws IOException {
        ReadableByteChannel channel = Channels.newChannel(in);
        for (SafetensorsHeader.Entry entry : header(channel).entries()) {
            sink.accept(tensor(channel, entry, FEW));
        }
    }

    /** Bytes that {@link #write} will write for these tensors. */
    static long size(List<StoredTensor> tensors) throws IOException {
        List<SafetensorsHeader.Entry> entries = entries(tensors);
        long data = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
        return 8 + new SafetensorsHeader(entries, Map.of()).json().length + data;
    }

    /** Writes tensors in the given order to a file, beside it first. */
    public static void write(Path file, List<StoredTensor> tensors) throws IOException {
        write(file, tensors, Map.of());
    }

    /** Writes tensors in the given order to a file with texts about them, beside it first. */
    public static void write(Path file, List<StoredTensor> tensors, Map<String, String> metadata)
            throws IOException {
        AtomicFile.write(file, out -> write(out, tensors, metadata));
    }

    /** Writes tensors in the given order. */
    public static void write(OutputStream out, List<StoredTensor> tensors) throws IOException {
        write(out, tensors, Map.of());
    }

    private static void write(
            OutputStream out, List<StoredTensor> tensors, Map<String, String> metadata)
            throws IOException {
        byte[] header = new SafetensorsHeader(entries(tensors), metadata).json();
        ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        for (StoredTensor tensor : tensors) {
            Elements.write(out, tensor);
        }
    }

    private static SafetensorsHeader header(ReadableByteChannel in) throws IOException {
        long length = exactly(in, Long.BYTES, "header length").getLong();
        if (length < 2 || length > HEADER_MOST) {
            throw new IOException("A header of " + length + " bytes: this is no safetensors file.");
        }
        return SafetensorsHeader.parse(exactly(in, (int) length, "header").array());
    }

    private static List<SafetensorsHeader.Entry> entries(List<StoredTensor> tensors) {
        List<SafetensorsHeader.Entry> entries = new ArrayList<>();
        long place = 0;
        for (StoredTensor tensor : tensors) {
            ElementType type = tensor.isFloat() ? ElementType.FLOAT32 : ElementType.INT64;
            long bytes = StoredTensor.count(tensor.shape()) * type.bytes();
            entries.add(
                    new SafetensorsHeader.Entry(
                            tensor.name(), type, tensor.shape(), place, place + bytes));
            place += bytes;
        }
        return entries;
    }

    private static StoredTensor tensor(
            ReadableByteChannel in, SafetensorsHeader.Entry entry, int atOnce) throws IOException {
        ElementType type = entry.type();
        long count = (entry.end() - entry.begin()) / type.bytes();
        if (count > Integer.MAX_VALUE - 8) {
            throw new IOException(
                    "tensor %s has %d elements, more than an array of Java holds"
                            .formatted(entry.name(), count));
        }
        try {
            return type.real()
                    ? StoredTensor.read(
                            entry.name(),
                            entry.shape(),
                            type,
                            Elements.reals(in, type, (int) count, atOnce))
                    : StoredTensor.of(
                            entry.name(),
                            entry.shape(),
                            Elements.wholes(in, type, (int) count, atOnce));
        } catch (EOFException e) {
            throw new EOFException(
                    "The file ends within tensor " + entry.name() + ". It is truncated.");
        }
    }

    private static ByteBuffer exactly(ReadableByteChannel in, int count, String what)
            throws IOException {
        byte[] bytes = Channels.newInputStream(in).readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(
                    "The file ends within %s: %d of %d bytes are there. It is truncated."
                            .formatted(what, bytes.length, count));
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
