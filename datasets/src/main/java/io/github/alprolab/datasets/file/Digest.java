package io.github.alprolab.datasets.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running sum over texts, values, files and bytes that pass by. Not thread-safe. */
public final class Digest {
    private static final int BUFFER = 1 << 20;

    private final MessageDigest sum;

    private Digest(MessageDigest sum) {
        this.sum = sum;
    }

    /** An empty sum by SHA-256. */
    public static Digest sha256() {
        return of("SHA-256");
    }

    /**
     * An empty sum.
     *
     * @param algorithm as {@link MessageDigest} names those that every Java platform has
     */
    public static Digest of(String algorithm) {
        try {
            return new Digest(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Adds a text and an end mark, so that "ab", "c" and "a", "bc" differ. */
    public Digest add(String text) {
        addBare(text);
        sum.update((byte) 0);
        return this;
    }

    /** Adds the UTF-8 bytes of a text and nothing else. */
    public Digest addBare(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Digest add(byte[] bytes) {
        sum.update(bytes);
        return this;
    }

    /** Adds float32 values, the most significant byte first. */
    public Digest add(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        sum.update(bytes);
        return this;
    }

    /** Adds the bytes of a file. */
    public Digest add(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return add(in);
        }
    }

    /** Adds the bytes of a stream up to its end; leaves it open. */
    public Digest add(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sum.update(buffer, 0, n);
        }
        return this;
    }

    /** A stream that passes bytes on and adds them; closing it leaves {@code out} open. */
    public OutputStream through(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                sum.update((byte) one);
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                sum.update(bytes, start, length);
                out.write(bytes, start, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    /** The sum in lower-case hexadecimal digits; begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
