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

/**
 * {@code metrics.csv}, which only grows. A run that was killed repeats the steps after its last
 * checkpoint; of rows for the same step, split and metric the last one counts.
 */
public final class MetricLog implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    private MetricLog(Path file, BufferedWriter writer) {
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
            MetricLog log =
                    new MetricLog(
                            file,
                            Files.newBufferedWriter(
                                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            if (fresh || Files.size(file) == 0) {
                log.line(MetricRow.HEADER);
                log.flush();
            }
            return log;
        } catch (IOException e) {
            throw new RecordException(file + " cannot be opened", e);
        }
    }

    /** Adds a row; it reaches the disk with the next {@link #flush}. */
    public void add(MetricRow row) {
        line(row.csv());
    }

    /** Brings all rows to the disk. */
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new RecordException(file + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new RecordException(file + " cannot be written", e);
        }
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

    private void line(String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new RecordException(file + " cannot be written", e);
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
