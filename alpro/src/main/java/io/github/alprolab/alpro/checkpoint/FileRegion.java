package io.github.alprolab.alpro.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;

/** The bytes of an open file from one place to another; closing it leaves the file open. */
public final class FileRegion implements ReadableByteChannel {
    private final FileChannel file;
    private final long end;
    private long place;

    /**
     * Starts at {@code start}.
     *
     * @throws IOException when the file does not reach to {@code start + count}
     */
    public FileRegion(FileChannel file, long start, long count) throws IOException {
        if (start < 0 || count < 0 || start > file.size() - count) {
            throw new IOException(
                    "%d bytes from byte %d are asked for and the file has %d; it is truncated or"
                                    .formatted(count, start, file.size())
                            + " damaged.");
        }
        this.file = file;
        this.place = start;
        this.end = start + count;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (place >= end) {
            return -1;
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + (end - place)));
        try {
            int count = file.read(into, place);
            place += Math.max(0, count);
            return count;
        } finally {
            into.limit(limit);
        }
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() {
        place = end;
    }
}
