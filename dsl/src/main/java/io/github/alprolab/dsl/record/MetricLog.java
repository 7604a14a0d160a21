package io.github.alprolab.dsl.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code metrics.csv}, which only grows. Rows are written by a thread of their own, in their order,
 * and reach the disk soon after they are added, and before {@link #flush} returns. What cannot be
 * written is told by the next call. A run that was killed repeats the steps after its last
 * checkpoint; of rows for the same step, split and metric the last one counts.
 */
public final class MetricLog implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread own = new Thread(task, "alpro-metrics");
                        own.setDaemon(true);
                        return own;
                    });
    private final Queue<MetricRow> rows = new ConcurrentLinkedQueue<>();
    private volatile Optional<RecordException> failure = Optional.empty();

    /** Whose header is written. */
    MetricLog(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Opens the log to append; half a line that a killed session left is cut off. */
    public static MetricLog append(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            boolean fresh = !Files.exists(file);
            if (!fresh) {
                cutHalfLine(file);
            }
            BufferedWriter writer =
                    Files.newBufferedWriter(
                            file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (fresh || Files.size(file) == 0) {
                writer.write(MetricRow.HEADER + "\n");
                writer.flush();
            }
            return new MetricLog(file, writer);
        } catch (IOException e) {
            throw new RecordException(file + " cannot be opened", e);
        }
    }

    /**
     * Adds rows, whose writing is not waited for.
     *
     * @throws RecordException when some that were added before could not be written
     */
    public void add(MetricRow... more) {
        requireSound();
        rows.addAll(List.of(more));
        thread.execute(this::write);
    }

    /**
     * Brings all rows to the disk.
     *
     * @throws RecordException when they cannot be written
     */
    public void flush() {
        written();
        requireSound();
    }

    /** All rows that wait, in one go: a flush for each would cost more than the rows. */
    private void write() {
        try {
            MetricRow row = rows.poll();
            if (row != null) {
                for (; row != null; row = rows.poll()) {
                    writer.write(row.csv());
                    writer.write('\n');
                }
                writer.flush();
            }
        } catch (IOException e) {
            failure = Optional.of(new RecordException(file + " cannot be written", e));
        }
    }

    private void requireSound() {
        failure.ifPresent(
                f -> {
                    throw new RecordException(f.getMessage(), f.getCause());
                });
    }

    /** Waits through an interrupt, which is kept for whoever asks for it. */
    private void written() {
        CompletableFuture.runAsync(this::write, thread).join();
    }

    @Override
    public void close() {
        written();
        thread.shutdown();
        try {
            writer.close();
        } catch (IOException e) {
            throw new RecordException(file + " cannot be written", e);
        }
        requireSound();
    }

    /** All rows that count, in the order they were written first; none where there is no file. */
    public static List<MetricRow> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Map<String, MetricRow> rows = new LinkedHashMap<>();
            String text = Files.readString(file, StandardCharsets.UTF_8);
            // A session that was killed, or is at work, may have left half a line at the end.
            boolean whole = text.endsWith("\n");
            List<String> lines = text.lines().skip(1).toList();
            for (String line : whole ? lines : lines.subList(0, Math.max(0, lines.size() - 1))) {
                MetricRow row = MetricRow.parse(line);
                rows.put(row.step() + " " + row.split() + " " + row.metric(), row);
            }
            return new ArrayList<>(rows.values());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void cutHalfLine(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = bytes.length();
            while (end > 0 && !endsLine(bytes, end)) {
                end--;
            }
            bytes.setLength(end);
        }
    }

    private static boolean endsLine(RandomAccessFile bytes, long end) throws IOException {
        bytes.seek(end - 1);
        return bytes.read() == '\n';
    }
}
