package io.github.alprolab.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** That an archive is refused in words, with its folder and all around it as they were. */
final class Refusal {
    private Refusal() {}

    interface Maker {
        Path make(Path file) throws IOException;
    }

    /** A test of an archive that is made in the place under a name with this ending. */
    static DynamicTest test(String what, Path place, String ending, Maker maker, String... says) {
        return DynamicTest.dynamicTest(
                what,
                () -> {
                    Path own = Files.createTempDirectory(place, "hostile");
                    refused(own, maker.make(own.resolve("archive." + ending)), says);
                });
    }

    private static void refused(Path place, Path archive, String... says) throws IOException {
        Path target = Files.createDirectories(place.resolve("data/msvd"));
        Files.writeString(target.resolve("mine.txt"), "mine");
        String before = contents(place);

        assertThatThrownBy(
                        () ->
                                Extraction.of(archive)
                                        .limits(new ArchiveLimits(50, 64L << 20, 100))
                                        .into(target))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(archive.toString())
                .hasMessageContainingAll(says)
                .hasMessageNotContaining("null");

        assertThat(contents(place)).isEqualTo(before);
    }

    /** Names, kinds and texts of everything below a folder. */
    static String contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().map(Refusal::line).collect(Collectors.joining("\n"));
        }
    }

    private static String line(Path path) {
        try {
            boolean text = path.toString().endsWith(".txt") && Files.isRegularFile(path);
            return path + " " + (text ? Files.readString(path) : "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
