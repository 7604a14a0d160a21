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
    void there_is_a_file() throws IOException {
        file = Files.writeString(folder.resolve("notes.txt"), "before");
    }

    @Test
    void the_new_content_takes_the_place_of_the_old() throws IOException {
        AtomicFile.write(file, "größer");

        assertThat(file).hasContent("größer");
        assertThat(names()).containsExactly("notes.txt");
    }

    @Test
    void until_all_is_written_the_old_content_is_there() throws IOException {
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
    void a_failure_leaves_the_old_content_and_nothing_beside_it() throws IOException {
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
    void what_a_dead_process_left_is_overwritten() throws IOException {
        Files.writeString(folder.resolve("notes.txt.part"), "the beginning of a longer text");

        AtomicFile.write(file, "after");

        assertThat(file).hasContent("after");
        assertThat(names()).containsExactly("notes.txt");
    }

    @Test
    void an_interrupted_thread_writes_and_stays_interrupted() throws IOException {
        Thread.currentThread().interrupt();

        AtomicFile.write(file, "after");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("after");
    }

    @Test
    void two_who_make_a_file_at_once_do_not_disturb_each_other() throws IOException {
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
