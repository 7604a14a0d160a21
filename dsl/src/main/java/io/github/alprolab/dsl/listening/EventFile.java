package io.github.alprolab.dsl.listening;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.zip.CRC32C;

/**
 * An event file of TensorBoard: records of TensorFlow's framing (length, checksum of the length,
 * bytes, checksum of the bytes), each of which is one {@code Event} of its protocol buffers.
 */
final class EventFile implements AutoCloseable {
    private static final int MASK = 0xA282EAD8;
    private static final int RIGHT = 15;
    private static final int LEFT = 17;
    private static final String VERSION = "brain.Event:2";

    private final Path file;
    private final Clock clock;
    private final OutputStream out;

    private EventFile(Path file, Clock clock, OutputStream out) {
        this.file = file;
        this.clock = clock;
        this.out = out;
    }

    /**
     * A new file in a folder.
     *
     * @param first step that is told here; what older files tell from there on no longer counts
     */
    static EventFile in(Path folder, Clock clock, long first) {
        Path file = free(folder, clock.millis());
        try {
            Files.createDirectories(folder);
            EventFile events =
                    new EventFile(
                            file,
                            clock,
                            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
            events.add(new Protocol().fixed(1, events.now()).text(3, VERSION));
            // A session log of state START, as SummaryWriter writes it for purge_step.
            Protocol start = new Protocol().whole(1, 1);
            events.add(new Protocol().fixed(1, events.now()).whole(2, first).part(7, start));
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static Path free(Path folder, long millis) {
        int count = 0;
        Path file;
        do {
            file =
                    folder.resolve(
                            "events.out.tfevents.%010d.alprolab.%d"
                                    .formatted(millis / 1000, count++));
        } while (Files.exists(file));
        return file;
    }

    /** One figure, on the disk when this returns. */
    void scalar(long step, String tag, double value) {
        Protocol scalar = new Protocol().text(1, tag).fixed(2, (float) value);
        Protocol summary = new Protocol().part(1, scalar);
        add(new Protocol().fixed(1, now()).whole(2, step).part(5, summary));
    }

    private double now() {
        return clock.millis() / 1e3;
    }

    private void add(Protocol event) {
        byte[] bytes = event.bytes();
        byte[] length = little(Long.BYTES).putLong(bytes.length).array();
        ByteBuffer record = little(length.length + bytes.length + 2 * Integer.BYTES);
        record.put(length).putInt(masked(length)).put(bytes).putInt(masked(bytes));
        try {
            out.write(record.array());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int masked(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        int crc = (int) sum.getValue();
        return (crc >>> RIGHT | crc << LEFT) + MASK;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
