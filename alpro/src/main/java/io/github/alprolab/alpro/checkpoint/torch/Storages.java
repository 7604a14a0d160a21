package io.github.alprolab.alpro.checkpoint.torch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

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
}
