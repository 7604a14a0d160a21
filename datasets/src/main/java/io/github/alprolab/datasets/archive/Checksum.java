package io.github.alprolab.datasets.archive;

import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the bytes of a file must sum up to.
 *
 * @param algorithm {@code MD5} or {@code SHA-256}
 * @param hex the sum in lower-case hexadecimal digits
 */
public record Checksum(String algorithm, String hex) {
    public Checksum {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        int digits = algorithm.equals("MD5") ? 32 : algorithm.equals("SHA-256") ? 64 : 0;
        if (digits == 0 || !hex.matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException(
                    "a checksum is 32 digits of MD5 or 64 of SHA-256, got %s of %s"
                            .formatted(hex, algorithm));
        }
    }

    /** As data sets publish it; guards against a broken download, not against an attacker. */
    public static Checksum md5(String hex) {
        return new Checksum("MD5", hex);
    }

    /** Of 64 hexadecimal digits; holds against an attacker too. */
    public static Checksum sha256(String hex) {
        return new Checksum("SHA-256", hex);
    }

    /**
     * Reads the whole file.
     *
     * @throws ArchiveException when the sum is another one
     */
    void verify(Path file) throws IOException {
        String found = Digest.of(algorithm).add(file).hex();
        if (!found.equals(hex)) {
            throw new ArchiveException(
                    file,
                    "its %s is %s and should be %s; the download is damaged or another version, fetch it again"
                            .formatted(algorithm, found, hex));
        }
    }
}
