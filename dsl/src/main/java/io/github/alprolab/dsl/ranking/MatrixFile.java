package io.github.alprolab.dsl.ranking;

import io.github.alprolab.dsl.check.AdviceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Numbers in rows and columns as packed csv; what is read is bit for bit what was written. */
final class MatrixFile {
    private MatrixFile() {}

    /**
     * Digits of measured numbers repeat nothing that looking back would find: coding each by itself
     * is eight times as fast and packs them as small.
     */
    private static final class PackedDigits extends GZIPOutputStream {
        private static final int BUFFER = 1 << 16;

        PackedDigits(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setStrategy(Deflater.HUFFMAN_ONLY);
        }
    }

    static void write(double[][] values, OutputStream out) throws IOException {
        try (GZIPOutputStream packed = new PackedDigits(out)) {
            for (double[] row : values) {
                String line =
                        DoubleStream.of(row)
                                .mapToObj(Double::toString)
                                .collect(Collectors.joining(",", "", "\n"));
                packed.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws AdviceException when the file is missing or damaged
     */
    static double[][] read(Path file) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(l -> Arrays.stream(l.split(",")).mapToDouble(Double::parseDouble))
                    .map(DoubleStream::toArray)
                    .toArray(double[][]::new);
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            throw damaged(file, e);
        }
    }

    static AdviceException damaged(Path file, Exception cause) {
        return AdviceException.unreadable(
                file + " cannot be read", cause, "experiment.again() measures anew");
    }
}
