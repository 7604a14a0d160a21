package io.github.alprolab.alpro.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes safetensors streams, tensor by tensor. */
public final class Safetensors {
    /** A header of over this many bytes is taken for damage. */
    private static final long HEADER_MOST = 64L << 20;

    private Safetensors() {}

    /** Takes one tensor at a time. */
    @FunctionalInterface
    public interface Sink {
        void accept(StoredTensor tensor) throws IOException;
    }

    /**
     * Reads all tensors in file order.
     *
     * @throws IOException for a truncated or damaged stream, saying what is wrong
     */
    public static void read(InputStream in, Sink sink) throws IOException {
        long length = little(exactly(in, 8, "header length")).getLong();
        if (length < 2 || length > HEADER_MOST) {
            throw new IOException("A header of " + length + " bytes: this is no safetensors file.");
        }
        byte[] json = exactly(in, (int) length, "header");
        for (SafetensorsHeader.Entry entry : SafetensorsHeader.parse(json).entries()) {
            sink.accept(tensor(in, entry));
        }
    }

    /** Bytes that {@link #write} will write for these tensors. */
    static long size(List<StoredTensor> tensors) throws IOException {
        List<SafetensorsHeader.Entry> entries = entries(tensors);
        long data = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
        return 8 + SafetensorsHeader.json(entries).length + data;
    }

    /** Writes tensors in the given order. */
    public static void write(OutputStream out, List<StoredTensor> tensors) throws IOException {
        byte[] header = SafetensorsHeader.json(entries(tensors));
        ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        for (StoredTensor tensor : tensors) {
            out.write(bytes(tensor));
        }
    }

    private static List<SafetensorsHeader.Entry> entries(List<StoredTensor> tensors) {
        List<SafetensorsHeader.Entry> entries = new ArrayList<>();
        long place = 0;
        for (StoredTensor tensor : tensors) {
            long bytes = StoredTensor.count(tensor.shape()) * (tensor.isFloat() ? 4 : 8);
            entries.add(
                    new SafetensorsHeader.Entry(
                            tensor.name(), tensor.isFloat(), tensor.shape(), place, place + bytes));
            place += bytes;
        }
        return entries;
    }

    private static StoredTensor tensor(InputStream in, SafetensorsHeader.Entry entry)
            throws IOException {
        int bytes = Math.toIntExact(entry.end() - entry.begin());
        ByteBuffer data = little(exactly(in, bytes, "tensor " + entry.name()));
        if (entry.isFloat()) {
            float[] values = new float[bytes / 4];
            data.asFloatBuffer().get(values);
            return StoredTensor.of(entry.name(), entry.shape(), values);
        }
        long[] integers = new long[bytes / 8];
        data.asLongBuffer().get(integers);
        return StoredTensor.of(entry.name(), entry.shape(), integers);
    }

    private static byte[] bytes(StoredTensor tensor) {
        if (tensor.isFloat()) {
            ByteBuffer data = little(new byte[tensor.values().length * 4]);
            data.asFloatBuffer().put(tensor.values());
            return data.array();
        }
        ByteBuffer data = little(new byte[tensor.integers().length * 8]);
        data.asLongBuffer().put(tensor.integers());
        return data.array();
    }

    private static byte[] exactly(InputStream in, int count, String what) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(
                    "The file ends within "
                            + what
                            + ": "
                            + bytes.length
                            + " of "
                            + count
                            + " bytes are there. It is truncated.");
        }
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
