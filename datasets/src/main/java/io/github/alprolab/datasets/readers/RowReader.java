package io.github.alprolab.datasets.readers;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Characters under a limit for each row, so that a file with one endless row, such as a csv with an
 * open quote, does not fill the memory.
 */
final class RowReader extends FilterReader {
    /** Longer than any published caption list; parsers read ahead, which the limit allows for. */
    static final int LONGEST_ROW = 4 << 20;

    private int sinceRow;

    RowReader(Reader in) {
        super(in);
    }

    /** The next line without its end. */
    Optional<String> line() throws IOException {
        rowEnds();
        StringBuilder line = new StringBuilder();
        int c = read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = read()) {
            line.append((char) c);
        }
        boolean carriage = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
        return Optional.of(carriage ? line.substring(0, line.length() - 1) : line.toString());
    }

    /** The next character begins a row. */
    void rowEnds() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int characters) throws IOException {
        sinceRow += characters;
        if (sinceRow > LONGEST_ROW) {
            throw new IOException(
                    "a row is longer than the %,d characters allowed; look for a quote that is not closed"
                            .formatted(LONGEST_ROW));
        }
    }
}
