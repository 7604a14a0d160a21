package io.github.alprolab.alpro.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256 over bytes that pass by. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Reads to the end; the bytes are kept only where asked. */
    byte[] read(InputStream in, boolean keep) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
            if (keep) {
                kept.write(buffer, 0, count);
            }
        }
        return kept.toByteArray();
    }

    /** A stream that passes bytes on; closing it leaves {@code out} open. */
    OutputStream through(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                digest.update((byte) one);
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                digest.update(bytes, start, length);
                out.write(bytes, start, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
