package io.github.alprolab.alpro.checkpoint.torch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/** The storages of an open file. */
interface Storages extends Closeable {
    /** The object that the file's pickle holds. */
    Object root();

    /**
     * Bytes of a storage, known to lie in the file.
     *
     * @param from first element
     * @param count number of elements
     * @throws IOException when they are missing or damaged
     */
    ReadableByteChannel open(StorageRef storage, long from, long count) throws IOException;

    /**
     * An entry beside the tensors, which PyTorch itself passes over.
     *
     * @return its bytes; empty where there is none, or no place for one
     * @throws IOException when it is damaged or larger than such entries are
     */
    default Optional<byte[]> extra(String name) throws IOException {
        return Optional.empty();
    }
}
