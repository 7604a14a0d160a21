package io.github.alprolab.dsl.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making. */
public final class Sha256 {
    private final MessageDigest digest;

    /** Of nothing so far. */
    public Sha256() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hex of a text's hash. */
    public static String of(String text) {
        return new Sha256().add(text).hex();
    }

    /** Hex of a file's hash. */
    public static String of(Path file) throws IOException {
        Sha256 sum = new Sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sum.digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sum.hex();
    }

    /** Goes on with a text; its end is marked, so that "a", "b" differs from "ab". */
    public Sha256 add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Goes on with float32 values. */
    public Sha256 add(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
        return this;
    }

    /** The hash; the sum starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
