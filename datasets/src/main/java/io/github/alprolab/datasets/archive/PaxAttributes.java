package io.github.alprolab.datasets.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The attributes of an extended tar header, by POSIX lines of {@code length key=value}. */
final class PaxAttributes {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,7}) ");

    /** Bytes as characters: lengths are counted in bytes. */
    private final String bytes;

    private final Map<String, String> values = new HashMap<>();

    private PaxAttributes(byte[] bytes) {
        this.bytes = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * @throws IOException when a line is not of this form
     */
    static Map<String, String> read(byte[] bytes) throws IOException {
        PaxAttributes attributes = new PaxAttributes(bytes);
        for (int at = 0; at < bytes.length; ) {
            at = attributes.line(at);
        }
        return attributes.values;
    }

    private int line(int start) throws IOException {
        Matcher length = LENGTH.matcher(bytes).region(start, bytes.length());
        int end = length.lookingAt() ? start + Integer.parseInt(length.group(1)) : start;
        int equals = end > start ? bytes.indexOf('=', length.end()) : -1;
        if (equals < 0 || end > bytes.length() || equals >= end || bytes.charAt(end - 1) != '\n') {
            throw new IOException("the attributes of an entry are not lines of length key=value");
        }
        values.put(text(length.end(), equals), text(equals + 1, end - 1));
        return end;
    }

    private String text(int start, int end) {
        return new String(
                bytes.substring(start, end).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }
}
