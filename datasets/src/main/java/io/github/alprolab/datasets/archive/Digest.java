package io.github.alprolab.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running sum over texts and files. Not thread-safe. */
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

    static Digest of(String algorithm) {
        try {
            return new Digest(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Adds a text and an end mark, so that "ab", "c" and "a", "bc" differ. */
    public Digest add(String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update((byte) 0);
        return this;
    }

    /** Adds the bytes of a file. */
    public Digest add(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
            }
        }
        return this;
    }

    /** The sum in lower-case hexadecimal digits; begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
