package io.github.alprolab.alpro.checkpoint.torch;

import io.github.alprolab.alpro.checkpoint.ElementType;
import io.github.alprolab.alpro.checkpoint.Elements;
import io.github.alprolab.alpro.checkpoint.FileRegion;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
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

    private LegacyStorages(FileChannel file) throws IOException {
        this.file = file;
        PickleInput in =
                new PickleInput(new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
        if (!Long.valueOf(MAGIC).equals(Pickle.read(in))) {
            throw new IOException("The file is neither a zip nor a pickle of torch.save.");
        }
        if (!Long.valueOf(VERSION).equals(Pickle.read(in))) {
            throw new IOException("The file's version is not " + VERSION + ".");
        }
        requireLittleEndian(Pickle.read(in));
        this.root = Pickle.read(in);
        if (!(Pickle.read(in) instanceof List<?> keys)) {
            throw new IOException("The list of storages is missing; the file is damaged.");
        }
        this.places = places(in.position(), keys);
    }

    static LegacyStorages open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return new LegacyStorages(file);
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

    private Map<String, Long> places(long start, List<?> keys) throws IOException {
        Map<String, StorageRef> storages = StateDictFinder.storages(root);
        Map<String, Long> found = new HashMap<>();
        long place = start;
        for (Object key : keys) {
            StorageRef storage = storages.get(key);
            if (storage == null) {
                throw new IOException("Storage " + key + " belongs to no tensor.");
            }
            FileRegion count = new FileRegion(file, place, Long.BYTES);
            long elements = Elements.wholes(count, ElementType.INT64, 1, 1)[0];
            if (elements != storage.elements()) {
                throw new IOException(
                        "Storage %s has %d elements, its tensors expect %d; the file is damaged."
                                .formatted(key, elements, storage.elements()));
            }
            found.put(storage.key(), place + Long.BYTES);
            new FileRegion(file, place + Long.BYTES, storage.bytes());
            place += Long.BYTES + storage.bytes();
        }
        return found;
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public ReadableByteChannel open(StorageRef storage, long from, long count) throws IOException {
        Long place = places.get(storage.key());
        if (place == null) {
            throw new IOException("Storage " + storage.key() + " is not in the file.");
        }
        int size = storage.type().bytes();
        return new FileRegion(file, place + from * size, count * size);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
