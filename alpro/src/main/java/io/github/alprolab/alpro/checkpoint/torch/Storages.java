package io.github.alprolab.alpro.checkpoint.torch;

import java.io.Closeable;
import java.io.IOException;

/** The storages of an open file. */
interface Storages extends Closeable {
    /** The object that the file's pickle holds. */
    Object root();

    /**
     * Bytes of a storage.
     *
     * @param from first element
     * @param to one past the last element
     * @throws IOException when they are missing or damaged
     */
    byte[] read(StorageRef storage, long from, long to) throws IOException;
}
