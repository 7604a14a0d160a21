package io.github.alprolab.kernel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much one stream of one cell shows: its beginning, then a note, and its end when the cell
 * ends. All of it goes to a file as soon as something is left out. Not safe for several threads.
 */
final class OutputLimit {
    /** Characters that are shown from the beginning on. */
    static final int HEAD = 2_000_000;

    /** Characters that are shown of the end. */
    static final int TAIL = 50_000;

    private final int headLimit;
    private final int tailLimit;
    private final String name;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private long left;
    private Writer file;
    private String where = "";

    /** The limit of a stream; {@code name} is for its file, such as {@code cell-3-stdout}. */
    OutputLimit(String name) {
        this(name, HEAD, TAIL);
    }

    OutputLimit(String name, int headLimit, int tailLimit) {
        this.name = name;
        this.headLimit = headLimit;
        this.tailLimit = tailLimit;
    }

    /** What of a text is shown now. */
    String accept(String text) {
        int room = Math.min(text.length(), headLimit - head.length());
        head.append(text, 0, room);
        if (room == text.length()) {
            return text;
        }
        String rest = text.substring(room);
        String note = file == null ? open() : "";
        write(rest);
        left += rest.length();
        tail.append(rest);
        if (tail.length() > 2 * tailLimit) {
            tail.delete(0, tail.length() - tailLimit);
        }
        return text.substring(0, room) + note;
    }

    /** What is shown at the cell's end: the note and the end of what was left out. */
    String end() {
        if (left == 0) {
            return "";
        }
        tail.delete(0, Math.max(0, tail.length() - tailLimit));
        String note =
                "\n[… %,d characters are left out here; %s]\n"
                        .formatted(left - tail.length(), where);
        String shown = (left > tail.length() ? note : "") + tail;
        left = 0;
        tail.setLength(0);
        flush();
        return shown;
    }

    private String open() {
        try {
            Path path = Files.createTempFile(name + "-", ".log");
            file = Files.newBufferedWriter(path);
            file.append(head);
            where = "all of it is in " + path;
        } catch (IOException e) {
            file = Writer.nullWriter();
            where = "they could not be kept in a file: " + e;
        }
        return "\n[more than %,d characters; the end follows when the cell ends, %s]\n"
                .formatted(headLimit, where);
    }

    private void write(String text) {
        try {
            file.append(text);
        } catch (IOException e) {
            where = "the file could not be written: " + e;
        }
    }

    private void flush() {
        try {
            file.flush();
        } catch (IOException e) {
            where = "the file could not be written: " + e;
        }
    }
}
