package io.github.alprolab.datasets.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir private Path folder;

    private Path file;

    @BeforeEach
    void thereIsAFile() throws IOException {
        file = Files.writeString(folder.resolve("notes.txt"), "before");
    }

    @Test
    void theNewContentTakesThePlaceOfTheOld() throws IOException {
        AtomicFile.write(file, "größer");

        assertThat(file).hasContent("größer");
        assertThat(names()).containsExactly("notes.txt");
    }

    @Test
    void untilAllIsWrittenTheOldContentIsThere() throws IOException {
        AtomicFile.write(
                file,
                out -> {
                    out.write(new byte[1 << 17]);
                    assertThat(file).hasContent("before");
                    assertThat(names()).containsExactlyInAnyOrder("notes.txt", "notes.txt.part");
                });

        assertThat(file).hasSize(1 << 17);
    }

    @Test
    void aFailureLeavesTheOldContentAndNothingBesideIt() throws IOException {
        assertThatIOException()
                .isThrownBy(
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(1);
                                            throw new IOException("the disk is full");
                                        }))
                .withMessage("the disk is full");
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                AtomicFile.makeShared(
                                        file,
                                        unfinished -> {
                                            Files.writeString(unfinished, "half");
                                            throw new IllegalStateException("no codec");
                                        }));

        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("notes.txt");
    }

    @Test
    void whatADeadProcessLeftIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("notes.txt.part"), "the beginning of a longer text");

        AtomicFile.write(file, "after");

        assertThat(file).hasContent("after");
        assertThat(names()).containsExactly("notes.txt");
    }

    @Test
    void anInterruptedThreadWritesAndStaysInterrupted() throws IOException {
        Thread.currentThread().interrupt();

        AtomicFile.write(file, "after");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("after");
    }

    @Test
    void twoWhoMakeAFileAtOnceDoNotDisturbEachOther() throws IOException {
        AtomicFile.makeShared(
                file,
                outer -> {
                    Files.writeString(outer, "outer");
                    AtomicFile.makeShared(file, inner -> Files.writeString(inner, "inner"));
                    assertThat(file).hasContent("inner");
                });

        assertThat(file).hasContent("outer");
        assertThat(names()).containsExactly("notes.txt");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
