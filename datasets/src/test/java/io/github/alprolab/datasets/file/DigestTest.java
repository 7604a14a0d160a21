package io.github.alprolab.datasets.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    /** FIPS 180-2, appendix B.1. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir private Path folder;

    @Test
    void theSumOfAbcIsThePublishedOneWhateverWayItGoesIn() throws IOException {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("abc.txt"), bytes);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Digest passing = Digest.sha256();
        try (OutputStream out = passing.through(kept)) {
            out.write('a');
            out.write(bytes, 1, 2);
        }

        assertThat(Digest.sha256().addBare("abc").hex()).isEqualTo(ABC);
        assertThat(Digest.sha256().add(file).hex()).isEqualTo(ABC);
        assertThat(Digest.sha256().add(new ByteArrayInputStream(bytes)).hex()).isEqualTo(ABC);
        assertThat(passing.hex()).isEqualTo(ABC);
        assertThat(kept.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aTextEndsWithAZeroByte() {
        // printf 'abc\0' | sha256sum
        assertThat(Digest.sha256().add("abc").hex())
                .isEqualTo("dc1114cd074914bd872cc1f9a23ec910ea2203bc79779ab2e17da25782a624fc");
    }

    @Test
    void whereTextsEndAndTheirOrderCount() {
        String parts = Digest.sha256().add("a").add("b").hex();

        assertThat(parts).isNotEqualTo(Digest.sha256().add("ab").hex());
        assertThat(parts).isNotEqualTo(Digest.sha256().add("b").add("a").hex());
        assertThat(parts).isEqualTo(Digest.sha256().add("a").add("b").hex());
    }

    @Test
    void beginsAnewAfterASum() {
        Digest sum = Digest.sha256();
        sum.add("before").hex();

        assertThat(sum.addBare("abc").hex()).isEqualTo(ABC);
    }

    @Test
    void floatsCountBitByBit() {
        String sum = Digest.sha256().add(new float[] {1, 2}).hex();

        assertThat(sum)
                .isEqualTo(Digest.sha256().add(new float[] {1}).add(new float[] {2}).hex())
                .isNotEqualTo(Digest.sha256().add(new float[] {1, 2.0000002f}).hex())
                .isNotEqualTo(Digest.sha256().add(new float[] {2, 1}).hex());
    }
}
