package io.github.alprolab.alpro.checkpoint.torch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The container of PyTorch before 1.6: five pickles (a magic number, a version, facts about the
 * machine, the object, the order of the storages) and the storages, each behind its element count.
 */
final class LegacyStorages implements Storages {
    /** The low 64 bits of the magic number 0x1950a86a20f9469cfc6c. */
    private static final long MAGIC = 0xa86a20f9469cfc6cL;

    private static final long VERSION = 1001;

    private final FileChannel file;
    private final Object root;
    private final Map<String, Long> places;

    private LegacyStorages(FileChannel file, Object root, Map<String, Long> places) {
        this.file = file;
        this.root = root;
        this.places = places;
    }

    static LegacyStorages open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            PickleInput in =
                    new PickleInput(
                            new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
            if (!Long.valueOf(MAGIC).equals(Pickle.read(in))) {
                throw new IOException("The file is neither a zip nor a pickle of torch.save.");
            }
            if (!Long.valueOf(VERSION).equals(Pickle.read(in))) {
                throw new IOException("The file's version is not " + VERSION + ".");
            }
            requireLittleEndian(Pickle.read(in));
            Object root = Pickle.read(in);
            List<?> keys = (List<?>) Pickle.read(in);
            return new LegacyStorages(file, root, places(file, in.position(), root, keys));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void requireLittleEndian(Object facts) throws IOException {
        if (facts instanceof Map<?, ?> map && Boolean.FALSE.equals(map.get("little_endian"))) {
            throw new IOException("The file has big byte order; only little is read.");
        }
    }

    private static Map<String, Long> places(FileChannel file, long start, Object root, List<?> keys)
            throws IOException {
        Map<String, StorageRef> storages = new HashMap<>();
        StateDictFinder.storages(root, storages);
        Map<String, Long> places = new HashMap<>();
        long place = start;
        for (Object key : keys) {
            StorageRef storage = storages.get(key);
            if (storage == null) {
                throw new IOException("Storage " + key + " belongs to no tensor.");
            }
            long elements = bytes(file, place, Long.BYTES).getLong(0);
            if (elements != storage.elements()) {
                throw new IOException(
                        "Storage %s has %d elements, its tensors expect %d; the file is damaged."
                                .formatted(key, elements, storage.elements()));
            }
            places.put(storage.key(), place + Long.BYTES);
            place += Long.BYTES + elements * storage.type().bytes();
        }
        return places;
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public byte[] read(StorageRef storage, long from, long to) throws IOException {
        Long place = places.get(storage.key());
        if (place == null) {
            throw new IOException("Storage " + storage.key() + " is not in the file.");
        }
        int size = storage.type().bytes();
        return bytes(file, place + from * size, Math.toIntExact((to - from) * size)).array();
    }

    private static ByteBuffer bytes(FileChannel file, long place, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                throw new EOFException(
                        "The file ends at byte %d and should reach %d; it is truncated."
                                .formatted(file.size(), place + count));
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
