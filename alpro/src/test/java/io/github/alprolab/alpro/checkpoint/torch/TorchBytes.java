package io.github.alprolab.alpro.checkpoint.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes files of PyTorch's two containers from pickles that are written by hand. */
final class TorchBytes {
    private static final String MAGIC = "\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";
    private static final String VERSION = "M\u00e9\u0003.";
    private static final String FACTS = "}.";

    private TorchBytes() {}

    /** A pickle of one tensor named {@code w} over the float32 storage {@code 0}. */
    static String pickle(long elements, long offset, String shape, String strides) {
        return "\u0080\u0002}X\u0001\0\0\0w"
                + "ctorch._utils\n_rebuild_tensor_v2\n(("
                + "X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\0000X\u0003\0\0\0cpu"
                + whole(elements)
                + "tQ"
                + whole(offset)
                + shape
                + strides
                + "\u0089}tRs.";
    }

    /** A tuple of whole numbers. */
    static String tuple(long... numbers) {
        StringBuilder tuple = new StringBuilder("(");
        for (long number : numbers) {
            tuple.append(whole(number));
        }
        return tuple.append("t").toString();
    }

    static String whole(long number) {
        byte[] bytes =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
        return "\u008a\u0008" + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A zip with a pickle and other entries of the folder. */
    static void zip(Path file, String pickle, Map<String, byte[]> others) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            stored(zip, "archive/data.pkl", latin(pickle));
            for (Map.Entry<String, byte[]> other : others.entrySet()) {
                stored(zip, "archive/" + other.getKey(), other.getValue());
            }
        }
    }

    /** The legacy container with a pickle, the list of its storages, and what follows. */
    static byte[] legacy(String pickle, String keys, byte[] storages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin(MAGIC + VERSION + FACTS + pickle + keys));
        out.writeBytes(storages);
        return out.toByteArray();
    }

    /** The legacy container's list of the one storage {@code 0}. */
    static String oneKey() {
        return "]X\u0001\0\0\0000a.";
    }

    /** A storage of the legacy container: its count and its values. */
    static byte[] counted(long elements, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * values.length);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(elements);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static void stored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
