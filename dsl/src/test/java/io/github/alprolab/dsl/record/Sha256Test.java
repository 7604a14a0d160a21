package io.github.alprolab.dsl.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashes of texts, numbers and files, and the record of libraries. */
class Sha256Test {
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    @Test
    void aTextIsHashedWithAZeroAtItsEnd() {
        assertThat(Sha256.of("abc"))
                .isEqualTo("dc1114cd074914bd872cc1f9a23ec910ea2203bc79779ab2e17da25782a624fc");
    }

    @Test
    void aFileIsHashedAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Sha256.of(file)).isEqualTo(ABC);
    }

    @Test
    void twoTextsDifferFromOneOfTheirLetters() {
        String parts = new Sha256().add("a").add("b").hex();

        assertThat(parts).isNotEqualTo(new Sha256().add("ab").hex());
        assertThat(parts).isNotEqualTo(new Sha256().add("b").add("a").hex());
        assertThat(parts).isEqualTo(new Sha256().add("a").add("b").hex());
    }

    @Test
    void theSumStartsAnewAfterItsHash() {
        Sha256 sum = new Sha256();
        sum.add("something").hex();

        assertThat(sum.add("abc").hex()).isEqualTo(Sha256.of("abc"));
    }

    @Test
    void numbersAreHashedByTheirBits() {
        String sum = new Sha256().add(new float[] {1, 2}).hex();

        assertThat(sum).isEqualTo(new Sha256().add(new float[] {1}).add(new float[] {2}).hex());
        assertThat(sum).isNotEqualTo(new Sha256().add(new float[] {1, 2.0000002f}).hex());
        assertThat(sum).isNotEqualTo(new Sha256().add(new float[] {2, 1}).hex());
    }

    @Test
    void librariesAreTheJarsOfTheClassPathByName() throws IOException {
        Path second = Files.writeString(folder.resolve("b-2.jar"), "abc");
        Path first = Files.writeString(folder.resolve("a-1.jar"), "");
        Path text = Files.writeString(folder.resolve("c.txt"), "abc");
        String path =
                String.join(
                        File.pathSeparator,
                        second.toString(),
                        folder.toString(),
                        text.toString(),
                        folder.resolve("missing.jar").toString(),
                        first.toString());

        assertThat(JarRecord.of(path))
                .extracting(JarRecord::name)
                .containsExactly("a-1.jar", "b-2.jar");
        assertThat(JarRecord.of(path)).contains(new JarRecord("b-2.jar", 3, ABC));
    }

    @Test
    void anEmptyClassPathHasNoLibraries() {
        assertThat(JarRecord.of("")).isEmpty();
    }
}
