package io.github.alprolab.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityFileTest {
    @TempDir Path place;

    @Test
    void whatIsWrittenIsThePublishedFormatAndReadsBack() throws IOException {
        List<EntityCount> entities =
                List.of(new EntityCount("man", 120), new EntityCount("café", 7));
        Path file = place.resolve("nouns.txt");
        EntityFile.write(file, entities);
        assertThat(file).hasContent("man 120\ncafé 7\n");
        assertThat(EntityFile.read(file)).isEqualTo(entities);
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void whatFollowsTheNounNeedNotBeACount() throws IOException {
        Path file = Files.writeString(place.resolve("n.txt"), "man\nwoman 0.31\ndog 5 NN\r\n");
        assertThat(EntityFile.read(file))
                .containsExactly(
                        new EntityCount("man", 0),
                        new EntityCount("woman", 0),
                        new EntityCount("dog", 0));
    }

    @Test
    void faultsNameFileAndRow() throws IOException {
        Path twice = Files.writeString(place.resolve("a.txt"), "man 3\ndog 2\nman 1\n");
        assertThatThrownBy(() -> EntityFile.read(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(twice + ", row 3, column 1: \"man\" a second time");
        Path blank = Files.writeString(place.resolve("b.txt"), "man 3\n dog 2\n");
        assertThatThrownBy(() -> EntityFile.read(blank)).hasMessageContaining("row 2");
        assertThatThrownBy(() -> EntityFile.read(place.resolve("none.txt")))
                .hasMessageContaining("none.txt cannot be read");
        assertThatThrownBy(
                        () ->
                                EntityFile.write(
                                        place.resolve("c.txt"),
                                        List.of(new EntityCount("hot dog", 1))))
                .hasMessageContaining("\"hot dog\" cannot be saved");
        assertThat(place.resolve("c.txt")).doesNotExist();
    }
}
