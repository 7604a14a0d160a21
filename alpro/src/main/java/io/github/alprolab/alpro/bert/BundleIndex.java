package io.github.alprolab.alpro.bert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * TensorFlow's {@code variables.index}: a sorted table in the format of LevelDB. Blocks of keys,
 * each written as what differs from the key before it; one block that lists the others; at the end
 * a footer that points to that block.
 */
final class BundleIndex {
    private static final int FOOTER = 48;
    private static final long MAGIC = 0xdb4775248b80fb57L;

    /** Behind every block: a byte for its compression and four for its sum. */
    private static final int TRAILER = 5;

    private static final int MASK = 0xa282ead8;

    private final ByteBuffer table;

    private BundleIndex(byte[] table) {
        this.table = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * All tensors in the order of their places in the data file.
     *
     * @throws IOException for a table that is truncated or damaged
     */
    static List<BundleEntry> entries(byte[] bytes) throws IOException {
        try {
            return new BundleIndex(bytes).entries();
        } catch (RuntimeException e) {
            // Numbers that point outside the table.
            throw new IOException("The index of tensors is damaged: " + e.getMessage(), e);
        }
    }

    /** The form in which TensorFlow stores a sum, so that sums of sums stay useful. */
    static int masked(long crc) {
        int sum = (int) crc;
        return (sum >>> 15 | sum << 17) + MASK;
    }

    private List<BundleEntry> entries() throws IOException {
        int footer = table.limit() - FOOTER;
        if (footer < 0 || table.getLong(table.limit() - Long.BYTES) != MAGIC) {
            throw new IOException("The index of tensors has no end mark; it is truncated.");
        }
        ByteBuffer handles = table.slice(footer, FOOTER);
        block(handles); // holds nothing in these files
        List<BundleEntry> entries = new ArrayList<>();
        for (ByteBuffer place : values(block(handles)).values()) {
            for (Map.Entry<String, ByteBuffer> tensor : values(block(place)).entrySet()) {
                if (!tensor.getKey().isEmpty()) { // the header's key
                    entries.add(BundleEntry.parse(tensor.getKey(), tensor.getValue()));
                }
            }
        }
        entries.sort(Comparator.comparingLong(BundleEntry::offset));
        return List.copyOf(entries);
    }

    /** The block that a handle, an offset and a length, points to. */
    private ByteBuffer block(ByteBuffer handle) throws IOException {
        int offset = Math.toIntExact(BundleEntry.varint(handle));
        int length = Math.toIntExact(BundleEntry.varint(handle));
        ByteBuffer whole = table.slice(offset, Math.addExact(length, TRAILER));
        CRC32C sum = new CRC32C();
        sum.update(whole.slice(0, length + 1));
        whole.order(ByteOrder.LITTLE_ENDIAN);
        if (masked(sum.getValue()) != whole.getInt(length + 1)) {
            throw new IOException("A block of the index has another CRC; it is damaged.");
        }
        if (whole.get(length) != 0) {
            throw new IOException("The index is compressed, which TensorFlow never does.");
        }
        return whole.slice(0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Map<String, ByteBuffer> values(ByteBuffer block) {
        int restarts = block.getInt(block.limit() - Integer.BYTES);
        block.limit(block.limit() - Integer.BYTES * Math.addExact(restarts, 1));
        Map<String, ByteBuffer> values = new LinkedHashMap<>();
        byte[] key = {};
        while (block.hasRemaining()) {
            int shared = Math.toIntExact(BundleEntry.varint(block));
            int own = Math.toIntExact(BundleEntry.varint(block));
            int length = Math.toIntExact(BundleEntry.varint(block));
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            next.write(key, 0, shared);
            byte[] rest = new byte[Math.min(own, block.remaining())];
            block.get(rest);
            next.writeBytes(rest);
            key = next.toByteArray();
            ByteBuffer value = block.slice(block.position(), length);
            block.position(block.position() + length);
            values.put(new String(key, StandardCharsets.UTF_8), value);
        }
        return values;
    }
}
